package dev.agentperf.pool.policy;

/** How many claims came lately: each counts e times less after every memory. Not thread-safe. */
final class RecentClaims {
    /* Less than an eighth of a claim is as good as none, and a thousand are as good as more. */
    private static final int LEAST_LOG2 = -3;
    private static final int MOST_LOG2 = 10;

    private double count;
    private long atNanos;

    /** Learns of a claim; times come in order. {@code memoryNanos} is how long one takes to count e times less. */
    void add(long nowNanos, double memoryNanos) {
        count = count(nowNanos, memoryNanos) + 1;
        atNanos = nowNanos;
    }

    private double count(long nowNanos, double memoryNanos) {
        if (memoryNanos <= 0) {
            return 0;
        }
        return nowNanos == atNanos ? count : count * Math.exp((atNanos - nowNanos) / memoryNanos);
    }

    /** Returns the octave that the count lies in, from 0 for next to none to 13 for a thousand and more. */
    int octave(long nowNanos, double memoryNanos) {
        int log2 = Math.getExponent(count(nowNanos, memoryNanos));
        return Math.max(LEAST_LOG2, Math.min(MOST_LOG2, log2)) - LEAST_LOG2;
    }
}
