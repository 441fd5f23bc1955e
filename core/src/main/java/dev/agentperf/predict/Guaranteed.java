package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * {@code guaranteed}: a quantile of each type's own smoothed, decaying histogram, moved after every run so that the
 * target is kept for that type (adaptive conformal inference, Gibbs and Candès 2021, arXiv 2106.00170). Costs more
 * slack than {@link CostMinimising}; what it buys is that no single type pays for the others.
 */
final class Guaranteed implements Algorithm {
    static final String NAME = "guaranteed";

    private static final double GAMMA = 0.005;

    /** Runs that a decaying histogram stands for: the sum of its weights in newest runs, H / ln 2. */
    private static final double RUNS_PER_HALF_LIFE = 1.44;

    private final double targetMiss;
    private final Map<Resource, EarlyAllowance> early = new EnumMap<>(Resource.class);

    Guaranteed(PredictorConfig config) {
        targetMiss = config.targetMiss();
        for (Resource resource : Resource.values()) {
            early.put(resource, new EarlyAllowance(resource, targetMiss));
        }
    }

    @Override
    public UsageModel model(Resource resource) {
        return new Model(resource);
    }

    @Override
    public boolean poolsTypes() {
        return true;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (EarlyAllowance allowance : early.values()) {
            allowance.save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        for (EarlyAllowance allowance : early.values()) {
            allowance.restore(in);
        }
    }

    /** Returns the lowest bin that covers a share of all weight, by its middle. */
    static double quantile(DecayingHistogram.Weights runs, double share) {
        double threshold = share * runs.total();
        double covered = 0;
        int highest = runs.firstBin();
        for (int bin = runs.firstBin(); bin <= runs.lastBin(); bin++) {
            double weight = runs.of(bin);
            if (weight > 0) {
                covered += weight;
                highest = bin;
                if (covered >= threshold) {
                    break;
                }
            }
        }
        return LogGrid.middle(highest);
    }

    private final class Model implements UsageModel {
        private final Resource resource;
        private final UsageHistory history;
        private double adaptedMiss = targetMiss;

        Model(Resource resource) {
            this.resource = resource;
            history = new UsageHistory(resource, requireNonNull(early.get(resource)));
        }

        @Override
        public long runs() {
            return history.runs();
        }

        @Override
        public void learn(double used) {
            history.add(used);
        }

        @Override
        public void score(double used) {
            if (history.isShort()) {
                history.scoreShort(used);
            } else {
                double error = used > limit() ? 1 : 0;
                adaptedMiss = Math.max(0, Math.min(1, adaptedMiss + GAMMA * (targetMiss - error)));
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            history.save(out);
            out.writeDouble(adaptedMiss);
        }

        @Override
        public void restore(DataInput in) throws IOException {
            history.restore(in);
            adaptedMiss = Math.min(1, PredictorState.readFinite(in, 0));
        }

        @Override
        public Estimate estimate() {
            if (history.isShort()) {
                return history.evenShortEstimate(targetMiss);
            }
            double effectiveRuns = history.effectiveRuns();
            return new Estimate(
                    resource,
                    limit(),
                    Estimate.confidence(effectiveRuns, targetMiss),
                    history.runs(),
                    new Basis.AdaptedQuantile(share(), effectiveRuns, targetMiss));
        }

        private double limit() {
            return quantile(history.weights(), share());
        }

        /* (n + 1) / n: of n runs the next is as likely to fall into any of the n + 1 gaps between them. */
        private double share() {
            double known = Math.min((double) history.runs(), RUNS_PER_HALF_LIFE * UsageHistory.halfLifeRuns(resource));
            return Math.min(1, (1 - adaptedMiss) * (known + 1) / known);
        }
    }
}
