package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * {@code mean-buffer}: the mean of the last 100 runs times 1.2. The rule of the origin, kept as the reference; it
 * under-provisions one run in eight to one in three.
 */
final class MeanBuffer implements Algorithm {
    static final String NAME = "mean-buffer";

    static final int WINDOW_RUNS = 100;
    static final double FACTOR = 1.2;

    private final double targetMiss;

    MeanBuffer(PredictorConfig config) {
        targetMiss = config.targetMiss();
    }

    @Override
    public UsageModel model(Resource resource) {
        return new Window(resource);
    }

    private final class Window implements UsageModel {
        private final Resource resource;
        private final double[] last = new double[WINDOW_RUNS];
        private long runs;

        Window(Resource resource) {
            this.resource = resource;
        }

        @Override
        public long runs() {
            return runs;
        }

        @Override
        public void learn(double used) {
            last[(int) (runs++ % WINDOW_RUNS)] = used;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeLong(runs);
            for (double used : last) {
                out.writeDouble(used);
            }
        }

        @Override
        public void restore(DataInput in) throws IOException {
            runs = PredictorState.readRuns(in);
            for (int index = 0; index < WINDOW_RUNS; index++) {
                last[index] = PredictorState.readFinite(in, 0);
            }
        }

        @Override
        public Estimate estimate() {
            int counted = (int) Math.min(runs, WINDOW_RUNS);
            double mean = mean(counted);
            return new Estimate(
                    resource,
                    mean * FACTOR,
                    Estimate.confidence(counted, targetMiss),
                    runs,
                    new Basis.BufferedMean(mean, FACTOR, counted));
        }

        /* Summed anew each time: a running sum would carry every rounding error of the past along. */
        private double mean(int counted) {
            double sum = 0;
            for (int index = 0; index < counted; index++) {
                sum += last[index];
            }
            return sum / counted;
        }
    }
}
