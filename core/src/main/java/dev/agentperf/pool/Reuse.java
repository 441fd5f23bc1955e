package dev.agentperf.pool;

/** What happens to a container after its use. Nothing unclean is ever handed to another claim. */
public enum Reuse {

    /** A container serves one claim and is destroyed; a fresh one takes its place. The safe default. */
    SINGLE_USE,

    /** A container is reset and, where that is proved, serves again; one that cannot be proved clean is destroyed. */
    RESET
}
