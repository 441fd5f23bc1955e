package dev.agentperf.pool;

/** What a pool remembers of where each claim was made, to report with a lease that was never released. */
public enum LeaseOrigin {
    /** Nothing: a claim costs nothing more. */
    NONE,

    /** The stack of the claiming thread: some microseconds a claim. */
    STACK
}
