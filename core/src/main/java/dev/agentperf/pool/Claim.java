package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import java.time.Duration;

/** What came of asking a {@link WarmPool} for a container. */
public sealed interface Claim {

    /** Returns the lease of a granted claim. @throws AgentPerfException if the claim was not granted */
    default Lease lease() {
        if (this instanceof Granted granted) {
            return granted.lease();
        }
        if (this instanceof Failed failed) {
            throw failed.cause();
        }
        throw new AgentPerfException("no container: " + this);
    }

    /**
     * A container, owned until the lease is released.
     *
     * @param lease the right to use it
     */
    record Granted(Lease lease) implements Claim {}

    /**
     * The deadline passed first.
     *
     * @param waited how long the claim waited
     */
    record Late(Duration waited) implements Claim {}

    /**
     * The pool is at its ceiling and the waiting room of the type is full.
     *
     * @param waiting how many claims wait in it
     */
    record Full(int waiting) implements Claim {}

    /**
     * The container that the claim waited for could not be made.
     *
     * @param cause what the runtime reported
     */
    record Failed(AgentPerfException cause) implements Claim {}
}
