package dev.agentperf.simulator.recursion;

import dev.agentperf.pool.policy.ContainerCosts;

/**
 * What a policy is told of the containers of one type: the cold start once a first container has started, as the pool
 * measures it; every start takes the same time here. Not thread-safe.
 */
final class ModelledCosts implements ContainerCosts {
    private final Turnover turnover;
    private final long memoryBytes;
    private long coldStartNanos;

    ModelledCosts(Turnover turnover, long memoryBytes) {
        this.turnover = turnover;
        this.memoryBytes = memoryBytes;
    }

    /** Learns that a container has started. */
    void started() {
        coldStartNanos = turnover.coldStartNanos();
    }

    @Override
    public long coldStartNanos() {
        return coldStartNanos;
    }

    @Override
    public long memoryBytes() {
        return memoryBytes;
    }

    @Override
    public boolean isReused() {
        return turnover.reused();
    }
}
