package dev.agentperf.pool.policy;

/** What a container of one type costs, as far as the pool has seen. Read on the policy's own thread only. */
public interface ContainerCosts {

    /** Returns the recent mean time from order to ready, in nanoseconds; 0 before the first container. */
    long coldStartNanos();

    /** Returns the memory that an idle container holds, in bytes. */
    long memoryBytes();

    /** Returns whether a container serves again after its use; otherwise a fresh one replaces it when it is claimed. */
    boolean isReused();
}
