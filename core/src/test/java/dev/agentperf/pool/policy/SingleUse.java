package dev.agentperf.pool.policy;

/** Containers of half a gigabyte that serve once. */
record SingleUse(long coldStartNanos) implements ContainerCosts {
    static ContainerCosts of(long coldStartNanos) {
        return new SingleUse(coldStartNanos);
    }

    @Override
    public long memoryBytes() {
        return 500_000_000;
    }

    @Override
    public boolean isReused() {
        return false;
    }
}
