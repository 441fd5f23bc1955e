package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * {@code NAME@target}: another algorithm whose limits are all multiplied by one factor a resource, moved after every
 * run so that the target share of runs misses. It makes algorithms comparable that have no target of their own: slack
 * means nothing but at equal misses.
 */
final class Adapted implements Algorithm {
    static final String SUFFIX = "@target";

    private final Algorithm algorithm;
    private final double targetMiss;
    private final Map<Resource, Factor> factors = new EnumMap<>(Resource.class);

    Adapted(Algorithm algorithm, PredictorConfig config) {
        this.algorithm = algorithm;
        targetMiss = config.targetMiss();
        for (Resource resource : Resource.values()) {
            factors.put(resource, new Factor(targetMiss));
        }
    }

    @Override
    public UsageModel model(Resource resource) {
        return new Model(algorithm.model(resource), requireNonNull(factors.get(resource)));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        algorithm.save(out);
        for (Factor factor : factors.values()) {
            out.writeDouble(factor.value());
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        algorithm.restore(in);
        for (Factor factor : factors.values()) {
            factor.restore(in);
        }
    }

    /** What all limits of one resource are multiplied with. Thread-safe. */
    private static final class Factor {
        private static final double STEP = 0.05;
        private static final double LEAST = 1e-6;
        private static final double MOST = 1e6;

        private final double targetMiss;
        private double value = 1;

        Factor(double targetMiss) {
            this.targetMiss = targetMiss;
        }

        synchronized double value() {
            return value;
        }

        synchronized void restore(DataInput in) throws IOException {
            value = Math.min(MOST, PredictorState.readFinite(in, LEAST));
        }

        synchronized void score(double unadapted, double used) {
            double error = (used > unadapted * value ? 1 : 0) - targetMiss;
            value = Math.max(LEAST, Math.min(MOST, value * Math.exp(STEP * error)));
        }
    }

    private static final class Model implements UsageModel {
        private final UsageModel model;
        private final Factor factor;

        Model(UsageModel model, Factor factor) {
            this.model = model;
            this.factor = factor;
        }

        @Override
        public long runs() {
            return model.runs();
        }

        @Override
        public void learn(double used) {
            model.learn(used);
        }

        @Override
        public void score(double used) {
            factor.score(model.estimate().limit(), used);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            model.save(out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
            model.restore(in);
        }

        @Override
        public Estimate estimate() {
            Estimate unadapted = model.estimate();
            double now = factor.value();
            return new Estimate(
                    unadapted.resource(),
                    unadapted.limit() * now,
                    unadapted.confidence(),
                    unadapted.samples(),
                    new Basis.AdaptedFactor(now, unadapted.basis()));
        }
    }
}
