package dev.agentperf.pool.policy;

/** Containers that serve once, of which no more than so many are made ahead of demand. */
record BoundedRefill(long coldStartNanos, int refillParallelism, double refillsPerSecond) implements ContainerCosts {
    @Override
    public long memoryBytes() {
        return 500_000_000;
    }

    @Override
    public boolean isReused() {
        return false;
    }
}
