package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the greatest of few runs is multiplied with, to get the limit of the next one of the same type: 1 + k/n after n
 * runs, k = 2 for time and 1 otherwise, times a correction. One for each resource, shared by all types: how far the
 * next run goes beyond that is much alike for all, and many types with few runs each tell it soon. Thread-safe.
 *
 * <p>The correction is a quantile of what was seen so far, lifted as in split conformal prediction: if types are
 * exchangeable, no more than the share asked for misses. Before 1 / target - 1 runs were seen it is 1.
 */
final class EarlyAllowance {
    private static final double HALF_LIFE_RUNS = 200;
    private static final double BANDWIDTH = 0.015;
    private static final double MOST_MISSES = 2;
    private static final double FEWEST_MISSES = 0.5;

    private final double targetMiss;
    private final double firstAllowance;
    private final DecayingHistogram beyond = new DecayingHistogram(HALF_LIFE_RUNS, LogGrid.kernel(BANDWIDTH));
    private long seen;

    EarlyAllowance(Resource resource, double targetMiss) {
        this.targetMiss = targetMiss;
        firstAllowance = resource == Resource.DURATION ? 2 : 1;
    }

    /**
     * Returns the factor that costs least where a miss has a price, between those that half and twice the target
     * misses.
     *
     * @param missPrice in runs as large as the greatest of the type
     */
    synchronized double cheapestFactor(long runs, double missPrice) {
        if (isUnknown()) {
            return uncorrected(runs);
        }
        double cheapest = CostCurve.of(beyond.weights(), 1 / uncorrected(runs)).limit(missPrice);
        double least = quantile(MOST_MISSES * targetMiss);
        double most = quantile(FEWEST_MISSES * targetMiss);
        return Math.max(1, uncorrected(runs) * Math.max(least, Math.min(most, cheapest)));
    }

    /** Learns what a run used that came after others of its type, and what the greatest of those used. */
    synchronized void learn(long runsBefore, double greatest, double used) {
        if (greatest >= LogGrid.LEAST) {
            beyond.add(LogGrid.bin(used / (greatest * uncorrected(runsBefore))));
            seen++;
        }
    }

    /** Returns the factor after a number of runs that the target share misses, at least 1. */
    synchronized double factor(long runs) {
        return isUnknown() ? uncorrected(runs) : uncorrected(runs) * quantile(targetMiss);
    }

    private boolean isUnknown() {
        return seen == 0 || share(targetMiss) >= 1;
    }

    private double quantile(double miss) {
        return Guaranteed.quantile(beyond.weights(), share(miss));
    }

    private double share(double miss) {
        double known = DecayingHistogram.effectiveRuns(seen, HALF_LIFE_RUNS);
        return (1 - miss) * (known + 1) / known;
    }

    private double uncorrected(long runs) {
        return 1 + firstAllowance / runs;
    }

    synchronized void save(DataOutput out) throws IOException {
        out.writeLong(seen);
        beyond.save(out);
    }

    synchronized void restore(DataInput in) throws IOException {
        seen = PredictorState.readRuns(in);
        beyond.restore(in);
    }
}
