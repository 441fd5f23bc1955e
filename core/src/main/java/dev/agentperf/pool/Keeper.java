package dev.agentperf.pool;

import dev.agentperf.runtime.ContainerRuntime;
import org.jspecify.annotations.Nullable;

/** Whom a member goes back to. */
interface Keeper {

    ContainerRuntime runtime();

    /** A lease is over; from any thread. */
    void release(Member member);

    /** A lease was dropped without being released; from any thread. */
    void dropped(Member member, @Nullable ClaimOrigin origin);

    /** An idle member was taken away because memory is short; from any thread. */
    void trimmed(Member member);

    /** A member is back: the message that {@link #release} sends. */
    void released(Member member);
}
