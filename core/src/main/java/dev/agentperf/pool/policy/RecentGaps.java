package dev.agentperf.pool.policy;

import java.util.Arrays;

/** The last ten idle times, and their median as a forecast of the next. Not thread-safe. */
final class RecentGaps {
    private static final int KEPT = 10;

    private final long[] gaps = new long[KEPT];
    private int seen;

    void add(long idleNanos) {
        gaps[seen % KEPT] = idleNanos;
        // Starts again at a multiple of the size, so that the place goes on.
        seen = seen == Integer.MAX_VALUE ? KEPT + (seen + 1) % KEPT : seen + 1;
    }

    /** Returns the median, the lower one of two; 0 before the first. */
    long medianNanos() {
        int count = Math.min(seen, KEPT);
        long[] sorted = Arrays.copyOf(gaps, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(count - 1) / 2];
    }
}
