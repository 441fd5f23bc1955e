package dev.agentperf.pool.policy;

/**
 * What a container of one type costs, as far as the pool has seen, and how fast others take its place. Read on the
 * policy's own thread only.
 */
public interface ContainerCosts {

    /** Returns the recent mean time from order to ready, in nanoseconds; 0 before the first container. */
    long coldStartNanos();

    /**
     * Returns the time from order to ready of the container that was made last, in nanoseconds; 0 before the first.
     * Over many readings it varies as starts do, which their mean does not.
     */
    default long lastStartNanos() {
        return coldStartNanos();
    }

    /** Returns the memory that an idle container holds, in bytes: of the one that was made last, where there is one. */
    long memoryBytes();

    /** Returns whether a container serves again after its use; otherwise a fresh one replaces it when it is claimed. */
    boolean isReused();

    /** Returns the most containers of the type that are made ahead of demand at once; no bound by default. */
    default int refillParallelism() {
        return Integer.MAX_VALUE;
    }

    /**
     * Returns the most containers of the type that are ordered ahead of demand in a second, in the long run, with a
     * burst of {@link #refillParallelism}; no bound by default.
     */
    default double refillsPerSecond() {
        return Double.POSITIVE_INFINITY;
    }
}
