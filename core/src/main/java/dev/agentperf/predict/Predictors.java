package dev.agentperf.predict;

import java.util.List;

/** The predictors by name. */
final class Predictors {
    private static final String VPA_AT_TARGET = Vpa.NAME + Adapted.SUFFIX;
    private static final String MEAN_AT_TARGET = MeanBuffer.NAME + Adapted.SUFFIX;

    static final List<String> NAMES =
            List.of(CostMinimising.NAME, Guaranteed.NAME, Vpa.NAME, MeanBuffer.NAME, VPA_AT_TARGET, MEAN_AT_TARGET);

    private Predictors() {}

    static KeyedPredictor create(String name, PredictorConfig config) {
        return new KeyedPredictor(name, config, algorithm(name, config));
    }

    private static Algorithm algorithm(String name, PredictorConfig config) {
        return switch (name) {
            case CostMinimising.NAME -> new CostMinimising(config);
            case Guaranteed.NAME -> new Guaranteed(config);
            case Vpa.NAME -> new Vpa(config);
            case MeanBuffer.NAME -> new MeanBuffer(config);
            case VPA_AT_TARGET -> new Adapted(new Vpa(config), config);
            case MEAN_AT_TARGET -> new Adapted(new MeanBuffer(config), config);
            default ->
                throw new IllegalArgumentException(
                        "predictor must be one of " + String.join(", ", NAMES) + ", was " + name);
        };
    }
}
