package dev.agentperf.simulator.capacity;

/** The most claims in any of the equal blocks of a time. Takes claims in their order; not thread-safe. */
final class BusiestBlock {
    private final long startNanos;
    private final double blockNanos;
    private long block;
    private long claims;
    private long most;

    /**
     * Creates a time without claims.
     *
     * @param startNanos where it begins
     * @param blockNanos how long a block is; positive, else all is one block
     */
    BusiestBlock(long startNanos, double blockNanos) {
        this.startNanos = startNanos;
        this.blockNanos = blockNanos > 0 ? blockNanos : Double.POSITIVE_INFINITY;
    }

    void claim(long atNanos) {
        long now = (long) ((atNanos - startNanos) / blockNanos);
        claims = now == block ? claims + 1 : 1;
        block = now;
        most = Math.max(most, claims);
    }

    /** Returns how many claims the busiest block has; 0 where there is none. */
    long most() {
        return most;
    }
}
