package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The right to use one container until {@link #release}.
 *
 * <p>Thread-safe. Whoever claimed it releases it; a released lease gives no access any more. One that is dropped
 * without being released is found by the garbage collector: its container is ended, and the pool reports it.
 */
public final class Lease implements AutoCloseable {
    private final Member member;
    private final int generation;
    private final StartPath path;
    private final long waitedNanos;
    private LeaseGuard.@Nullable Grip grip;

    Lease(Member member, StartPath path, long waitedNanos, @Nullable ClaimOrigin origin) {
        this.member = member;
        this.generation = member.generation();
        this.path = path;
        this.waitedNanos = waitedNanos;
        this.grip = LeaseGuard.gripOn(member, origin);
        member.lease();
    }

    /** Returns the type that was asked for. */
    public AgentType type() {
        return member.container.spec().type();
    }

    /** Returns the container. */
    public Container container() {
        return member.container;
    }

    /** Returns how the claim came to it. */
    public StartPath path() {
        return path;
    }

    /** Returns the time from the claim until the container was there. */
    public Duration waited() {
        return Duration.ofNanos(waitedNanos);
    }

    /**
     * Sends one line to the container's resident agent.
     *
     * @return the agent's answer
     * @throws IllegalStateException if this lease is released
     */
    public CompletionStage<String> message(String line) {
        if (!member.isLeasedAs(generation)) {
            throw new IllegalStateException("lease of container " + member.container.id() + " is released");
        }
        return member.keeper.runtime().message(member.container, line);
    }

    /** Gives the container back. Returns at once; a second release has no effect. */
    public void release() {
        if (giveBack()) {
            grip = null;
            member.keeper.release(member);
        }
    }

    /* Held until it is given back, even where this lease is used for nothing else: else it would be taken for dropped. */
    private boolean giveBack() {
        try {
            return member.giveBack(generation);
        } finally {
            Reference.reachabilityFence(grip);
        }
    }

    /** Same as {@link #release}. */
    @Override
    public void close() {
        release();
    }
}
