package dev.agentperf.pool.policy;

/** Containers of half a gigabyte that serve one claim after another. */
record Reused(long coldStartNanos) implements ContainerCosts {
    static ContainerCosts of(long coldStartNanos) {
        return new Reused(coldStartNanos);
    }

    @Override
    public long memoryBytes() {
        return 500_000_000;
    }

    @Override
    public boolean isReused() {
        return true;
    }
}
