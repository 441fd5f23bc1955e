package dev.agentperf.pool;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Why a container of one type that becomes ready must not just stand ready: somebody waits, there are too many, or the
 * pool is closed. All that the way of a warm claim and of its release looks at, in one place. Thread-safe. Not final:
 * tests break it on purpose.
 */
class Door {
    /*
     * Whoever writes here looks afterwards at what is ready; whoever makes one ready looks here afterwards. One of the two sees the
     * other.
     */
    private static final AtomicIntegerFieldUpdater<Door> WAITING =
            AtomicIntegerFieldUpdater.newUpdater(Door.class, "waiting");

    private volatile int waiting;
    private volatile boolean isExceeded;
    private volatile boolean isClosed;

    /** A claim is on its way to the waiting room, or has come in: from now on nobody overtakes it. */
    void knock() {
        WAITING.incrementAndGet(this);
    }

    /** One who knocked, or was in, is here no longer. */
    void left() {
        WAITING.decrementAndGet(this);
    }

    /** Returns how many claims wait, or are on their way to the waiting room. */
    int waiting() {
        return waiting;
    }

    /** Says whether more containers belong to the stock than the policy wants. */
    void exceeded(boolean isSo) {
        isExceeded = isSo;
    }

    /** The pool is closed. */
    void close() {
        isClosed = true;
    }

    /** Returns whether a container that becomes ready may be somebody's, or nobody's. */
    boolean isWatched() {
        return waiting != 0 || isExceeded || isClosed;
    }
}
