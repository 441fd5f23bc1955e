package dev.agentperf.pool;

/** Why a pool ends a container. */
public enum EndReason {
    /** It has served once, or as often as allowed, or nobody wants it to stand by. */
    USED,
    /** The policy wants fewer, or its time in readiness is over. */
    SURPLUS,
    /** Its place is needed for a type that has none. */
    EVICTED,
    /** It was idle, and memory was short. */
    TRIMMED,
    /** It ended on its own, or stopped answering. */
    DIED,
    /** It could not be proved clean. */
    UNCLEAN,
    /** Its lease was dropped without being released. */
    DROPPED,
    /** The pool is closed. */
    CLOSED
}
