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

    /** A member is back: the message that {@link #release} sends. */
    void released(Member member);
}
