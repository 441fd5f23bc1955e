package dev.agentperf.runtime.docker;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few at once start or end a container of one engine, in the order in which they ask. Thread-safe.
 *
 * <p>More at once end no sooner, for the engine does them one after another in its kernel's network and control group
 * code; with 32 at once Docker 20.10 was seen to lock itself up in its network controller, for good.
 */
final class EngineTurns {
    private static final int AT_ONCE = 12;

    private final Semaphore free = new Semaphore(AT_ONCE, true);

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
