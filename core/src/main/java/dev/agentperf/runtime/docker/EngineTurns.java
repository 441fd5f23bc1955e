package dev.agentperf.runtime.docker;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few at once start or end a container of one engine, in the order in which they ask. Thread-safe.
 *
 * <p>More at once than it has processors end no sooner, each of them only later; and with 32 at once Docker 20.10 was
 * seen to lock itself up in its network controller, for good.
 */
final class EngineTurns {
    private static final int MOST = 12;

    private final int atOnce;
    private final Semaphore free;

    /** @param processors how many the engine has */
    EngineTurns(int processors) {
        this.atOnce = Math.max(2, Math.min(MOST, processors));
        this.free = new Semaphore(atOnce, true);
    }

    /** Returns how many have a turn at once. */
    int atOnce() {
        return atOnce;
    }

    /** Waits for a turn and uses it. */
    <T> T take(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
