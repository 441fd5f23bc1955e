package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * The right to use one container until {@link #release}.
 *
 * <p>Thread-safe. Whoever claimed it releases it; a released lease gives no access any more.
 */
public final class Lease implements AutoCloseable {
    private static final AtomicIntegerFieldUpdater<Lease> RELEASED =
            AtomicIntegerFieldUpdater.newUpdater(Lease.class, "released");

    private final TypePool owner;
    private final Member member;
    private final StartPath path;
    private final long waitedNanos;
    private volatile int released;

    Lease(TypePool owner, Member member, StartPath path, long waitedNanos) {
        this.owner = owner;
        this.member = member;
        this.path = path;
        this.waitedNanos = waitedNanos;
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
        if (released != 0) {
            throw new IllegalStateException("lease of container " + member.container.id() + " is released");
        }
        return owner.runtime().message(member.container, line);
    }

    /** Gives the container back. Returns at once; a second release has no effect. */
    public void release() {
        if (RELEASED.compareAndSet(this, 0, 1)) {
            owner.release(member);
        }
    }

    /** Same as {@link #release}. */
    @Override
    public void close() {
        release();
    }
}
