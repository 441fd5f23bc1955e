package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the greatest of few runs is multiplied with, to get the limit of the next one of the same type: 1 + k/n after n
 * runs, k = 2 for time and 1 otherwise, times a correction. One for each resource, shared by all types: how far the
 * next run goes beyond that is much alike for all, and many types with few runs each tell it soon. Thread-safe.
 *
 * <p>The correction is the quantile of what was seen so far, lifted as in split conformal prediction: if types are
 * exchangeable, no more than the target share misses. Before 1 / target - 1 runs were seen it is 1.
 */
final class EarlyAllowance {
    private static final double HALF_LIFE_RUNS = 200;
    private static final double BANDWIDTH = 0.015;

    private final double targetMiss;
    private final double firstAllowance;
    private final DecayingHistogram beyond = new DecayingHistogram(HALF_LIFE_RUNS, LogGrid.kernel(BANDWIDTH));
    private long seen;

    EarlyAllowance(Resource resource, double targetMiss) {
        this.targetMiss = targetMiss;
        firstAllowance = resource == Resource.DURATION ? 2 : 1;
    }

    /** Learns what a run used that came after others of its type, and what the greatest of those used. */
    synchronized void learn(long runsBefore, double greatest, double used) {
        if (greatest >= LogGrid.LEAST) {
            beyond.add(LogGrid.bin(used / (greatest * uncorrected(runsBefore))));
            seen++;
        }
    }

    /** Returns the factor after a number of runs, at least 1. */
    synchronized double factor(long runs) {
        double known = DecayingHistogram.effectiveRuns(seen, HALF_LIFE_RUNS);
        double share = seen == 0 ? 1 : (1 - targetMiss) * (known + 1) / known;
        return uncorrected(runs) * (share < 1 ? Guaranteed.quantile(beyond.weights(), share) : 1);
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
