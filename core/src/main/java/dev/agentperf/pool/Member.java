package dev.agentperf.pool;

import dev.agentperf.runtime.Container;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A container in the pool's hands.
 *
 * <p>{@code state} is the only field that claimers and the type's mailbox contend for; the others belong to the
 * mailbox, and are published to claimers by the hand-over of the member itself.
 */
final class Member {
    private static final int READY = 0;
    private static final int LEASED = 1;
    private static final int GONE = 2;
    private static final AtomicIntegerFieldUpdater<Member> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Member.class, "state");

    final Container container;

    /** Whether it belongs to the stock that the policy asked for, rather than being kept for a while. */
    boolean inStock;

    /** Whether the container has ended on its own. */
    boolean isGone;

    int uses;
    long readySinceNanos;

    private volatile int state = LEASED;

    Member(Container container) {
        this.container = container;
    }

    long memoryBytes() {
        return container.spec().limits().memoryBytes();
    }

    /** Makes it claimable. */
    void ready(long nowNanos) {
        readySinceNanos = nowNanos;
        state = READY;
    }

    boolean isReady() {
        return state == READY;
    }

    /** Returns whether the caller now owns it; exactly one caller does. */
    boolean tryLease() {
        return STATE.compareAndSet(this, READY, LEASED);
    }

    /** Returns whether the caller took it away from all claimers. */
    boolean tryRetire() {
        return STATE.compareAndSet(this, READY, GONE);
    }
}
