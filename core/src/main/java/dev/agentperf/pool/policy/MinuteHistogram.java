package dev.agentperf.pool.policy;

import java.time.Duration;

/**
 * Idle times in bins of one minute, with the spread of the bins' counts kept exactly as they come.
 *
 * <p>The coefficient of variation is that of the counts, not of the times: high where few bins hold most. Going from k
 * to k + 1 adds 2k + 1 to the sum of squares, so nothing drifts. Not thread-safe.
 */
final class MinuteHistogram {
    static final long BIN_NANOS = 60_000_000_000L;

    private final int[] counts;
    private long within;
    private long beyond;
    private long sumOfSquares;

    MinuteHistogram(int bins) {
        counts = new int[bins];
    }

    /** Returns how many bins cover {@code range}. */
    static int binsFor(Duration range) {
        return Math.toIntExact((range.toNanos() + BIN_NANOS - 1) / BIN_NANOS);
    }

    void add(long idleNanos) {
        long bin = idleNanos / BIN_NANOS;
        if (bin >= counts.length) {
            beyond++;
            return;
        }
        sumOfSquares += 2L * counts[(int) bin] + 1;
        counts[(int) bin]++;
        within++;
    }

    boolean isEmpty() {
        return within + beyond == 0;
    }

    /** Returns the share of times that are longer than the last bin; 0 to 1. */
    double shareBeyond() {
        return isEmpty() ? 0 : (double) beyond / (within + beyond);
    }

    /** Returns standard deviation over mean of the bins' counts; 0 where all are empty. */
    double variation() {
        if (within == 0) {
            return 0;
        }
        double mean = (double) within / counts.length;
        double variance = (double) sumOfSquares / counts.length - mean * mean;
        return Math.sqrt(Math.max(0, variance)) / mean;
    }

    /** Returns the bin that holds the quantile, 0 to 1; only where there is a time within the bins. */
    int binOf(double quantile) {
        double rank = quantile * within;
        long seen = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            seen += counts[bin];
            if (seen > 0 && seen >= rank) {
                return bin;
            }
        }
        throw new IllegalStateException("histogram must hold a time");
    }
}
