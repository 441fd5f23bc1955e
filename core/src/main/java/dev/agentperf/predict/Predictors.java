package dev.agentperf.predict;

import java.util.List;

/** The predictors by name. */
final class Predictors {
    static final List<String> NAMES = List.of(MeanBuffer.NAME);

    private Predictors() {}

    static ResourcePredictor create(String name, PredictorConfig config) {
        return switch (name) {
            case MeanBuffer.NAME -> new KeyedPredictor(name, config, new MeanBuffer(config));
            default ->
                throw new IllegalArgumentException(
                        "predictor must be one of " + String.join(", ", NAMES) + ", was " + name);
        };
    }
}
