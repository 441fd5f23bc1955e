package dev.agentperf.simulator.trace;

import org.jspecify.annotations.Nullable;

/** Sessions in the order of a file, which need not be that of their starts. */
@FunctionalInterface
interface SessionSource {

    /** Returns the next session, or null after the last one. */
    @Nullable
    Session next();

    /** Gives back what the source keeps beside its file. Idempotent. */
    default void close() {}
}
