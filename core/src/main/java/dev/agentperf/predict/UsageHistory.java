package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is kept of the runs of one key and resource: how many, the greatest, and a smoothed histogram of the recent
 * ones. Not thread-safe.
 *
 * <p>Constants: memory and processor time are smoothed by 3 % and halve in 50 runs; time, which is spread wider, by 0.6
 * standard deviations of the logarithm of the first ten runs (1.5 % to 20 %), and halves in 30 runs.
 */
final class UsageHistory {
    private static final int FIRST_RUNS = ResourcePredictor.TRUSTED_RUNS;
    private static final double BANDWIDTH = 0.03;
    private static final double ADAPTIVE_FACTOR = 0.6;
    private static final double LEAST_BANDWIDTH = 0.015;
    private static final double MOST_BANDWIDTH = 0.2;

    private final Resource resource;
    private final double[] first = new double[FIRST_RUNS];
    private DecayingHistogram histogram;
    private long runs;
    private double greatest;

    UsageHistory(Resource resource) {
        this.resource = resource;
        histogram = histogram(BANDWIDTH);
    }

    void add(double used) {
        if (runs < FIRST_RUNS) {
            first[(int) runs] = used;
        }
        runs++;
        greatest = Math.max(greatest, used);
        histogram.add(LogGrid.bin(used));
        if (runs == FIRST_RUNS && resource == Resource.DURATION) {
            smoothAnew();
        }
    }

    private void smoothAnew() {
        histogram = histogram(adaptedBandwidth());
        for (double used : first) {
            histogram.add(LogGrid.bin(used));
        }
    }

    private double adaptedBandwidth() {
        double[] logs = Arrays.stream(first).map(LogGrid::log).toArray();
        double bandwidth = ADAPTIVE_FACTOR * standardDeviation(logs);
        return Math.max(LEAST_BANDWIDTH, Math.min(MOST_BANDWIDTH, bandwidth));
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(runs);
        out.writeDouble(greatest);
        for (double used : first) {
            out.writeDouble(used);
        }
        histogram.save(out);
    }

    void restore(DataInput in) throws IOException {
        runs = PredictorState.readRuns(in);
        greatest = PredictorState.readFinite(in, 0);
        for (int index = 0; index < FIRST_RUNS; index++) {
            first[index] = PredictorState.readFinite(in, 0);
        }
        histogram = histogram(resource == Resource.DURATION && !isShort() ? adaptedBandwidth() : BANDWIDTH);
        histogram.restore(in);
    }

    private DecayingHistogram histogram(double bandwidth) {
        return new DecayingHistogram(halfLifeRuns(resource), LogGrid.kernel(bandwidth));
    }

    long runs() {
        return runs;
    }

    DecayingHistogram histogram() {
        return histogram;
    }

    boolean isShort() {
        return runs < FIRST_RUNS;
    }

    double effectiveRuns() {
        return DecayingHistogram.effectiveRuns(runs, halfLifeRuns(resource));
    }

    /**
     * Returns the limit while there are too few runs for a distribution: the greatest plus an allowance that shrinks
     * with their number, max × (1 + k/n), k = 2 for time and 1 otherwise.
     */
    Estimate shortHistoryEstimate(double targetMiss) {
        double factor = 1 + (resource == Resource.DURATION ? 2.0 : 1.0) / runs;
        return new Estimate(
                resource,
                greatest * factor,
                Estimate.confidence((double) runs, targetMiss),
                runs,
                new Basis.ShortHistory(greatest, factor, runs));
    }

    static double halfLifeRuns(Resource resource) {
        return resource == Resource.DURATION ? 30 : 50;
    }

    private static double standardDeviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
