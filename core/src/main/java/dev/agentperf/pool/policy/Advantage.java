package dev.agentperf.pool.policy;

/** By how much one plan has cost less than another for recent gaps. Not thread-safe. */
final class Advantage {
    /* In gaps: an old one counts e times less than one that came so many later. */
    private static final double MEMORY = 256;
    private static final double KEPT = 1 - 1 / MEMORY;

    private double sum;
    private double gaps;

    /** Learns from a gap that the first plan would have cost {@code less} less. */
    void add(double less) {
        sum = sum * KEPT + less;
        gaps = gaps * KEPT + 1;
    }

    double sum() {
        return sum;
    }

    /** Returns the advantage for a gap on average; 0 before the first. */
    double mean() {
        return gaps == 0 ? 0 : sum / gaps;
    }
}
