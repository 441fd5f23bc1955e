package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * {@code vpa}: what the Kubernetes vertical autoscaler recommends as target: 1.15 times the 90th percentile of a
 * decaying histogram whose bins each reach 5 % further (vertical-pod-autoscaler/pkg/recommender at 55c37cd5). The
 * percentile is the end of its bin, so up to 5 % too high.
 *
 * <p>Where a run is not a pod: every run is one sample, and a sample counts half after 50 runs instead of 24 hours.
 * Bins begin at 10 MB and at 0.01 s, and there are as many as needed.
 */
final class Vpa implements Algorithm {
    static final String NAME = "vpa";

    static final double PERCENTILE = 0.9;
    static final double MARGIN = 1.15;
    static final double HALF_LIFE_RUNS = 50;

    private static final double BIN_GROWTH = 0.05;
    private static final double FIRST_MEMORY_MB = 10;
    private static final double FIRST_SECONDS = 0.01;
    private static final double[] NO_SPREAD = {1};

    private final double targetMiss;

    Vpa(PredictorConfig config) {
        targetMiss = config.targetMiss();
    }

    @Override
    public UsageModel model(Resource resource) {
        return new Model(resource);
    }

    /** Returns where a bin begins. */
    static double binStart(Resource resource, int bin) {
        return firstBinSize(resource) * (Math.pow(1 + BIN_GROWTH, bin) - 1) / BIN_GROWTH;
    }

    static int bin(Resource resource, double used) {
        return (int) Math.floor(Math.log1p(used * BIN_GROWTH / firstBinSize(resource)) / Math.log1p(BIN_GROWTH));
    }

    private static double firstBinSize(Resource resource) {
        return resource == Resource.MEMORY ? FIRST_MEMORY_MB : FIRST_SECONDS;
    }

    private final class Model implements UsageModel {
        private final Resource resource;
        private DecayingHistogram histogram = new DecayingHistogram(HALF_LIFE_RUNS, NO_SPREAD);
        private long runs;

        Model(Resource resource) {
            this.resource = resource;
        }

        @Override
        public long runs() {
            return runs;
        }

        @Override
        public void learn(double used) {
            histogram.add(bin(resource, used));
            runs++;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeLong(runs);
            histogram.save(out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
            runs = PredictorState.readRuns(in);
            histogram = new DecayingHistogram(HALF_LIFE_RUNS, NO_SPREAD);
            histogram.restore(in);
        }

        @Override
        public Estimate estimate() {
            double percentile = binStart(resource, percentileBin() + 1);
            double effectiveRuns = DecayingHistogram.effectiveRuns(runs, HALF_LIFE_RUNS);
            return new Estimate(
                    resource,
                    percentile * MARGIN,
                    Estimate.confidence(effectiveRuns, targetMiss),
                    runs,
                    new Basis.BufferedPercentile(percentile, PERCENTILE, MARGIN, effectiveRuns));
        }

        private int percentileBin() {
            DecayingHistogram.Weights weights = histogram.weights();
            double threshold = PERCENTILE * weights.total();
            double covered = 0;
            for (int bin = weights.firstBin(); bin < weights.lastBin(); bin++) {
                covered += weights.of(bin);
                if (covered >= threshold) {
                    return bin;
                }
            }
            return weights.lastBin();
        }
    }
}
