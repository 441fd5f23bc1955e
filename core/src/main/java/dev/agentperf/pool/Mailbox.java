package dev.agentperf.pool;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs messages one at a time. Thread-safe. What only messages touch needs no lock: each message happens before the
 * next.
 */
final class Mailbox implements Executor {
    /*
     * `pending` counts the messages that have been given and have not run. Whoever takes it from 0 has the turn and keeps it
     * until it is 0 again: nobody ever waits for a turn, a message that comes meanwhile is left in the queue for whoever has it.
     *
     * A turn on a stranger's thread is short: after TURN messages the rest goes to the executor, so that a thread that only
     * released its container does not work for all the others.
     */
    private static final int TURN = 16;

    private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Executor executor;

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    /** Runs {@code message} later, on the executor's thread: for callers that must not be delayed. */
    @Override
    public void execute(Runnable message) {
        messages.add(message);
        if (pending.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    /** Runs {@code message} now where nothing else runs, else after all that came before. */
    void run(Runnable message) {
        if (!pending.compareAndSet(0, 1)) {
            messages.add(message);
            if (pending.getAndIncrement() != 0) {
                return;
            }
            drain();
            return;
        }
        try {
            message.run();
        } finally {
            if (pending.decrementAndGet() != 0) {
                drain();
            }
        }
    }

    /* A message that throws must neither stop the mailbox nor vanish: the rest of the turn runs, then it is thrown on. */
    private void drain() {
        @Nullable RuntimeException failure = null;
        int left = TURN;
        int remaining;
        do {
            failure = runNext(failure);
            remaining = pending.decrementAndGet();
            left--;
        } while (remaining != 0 && left > 0);
        if (remaining != 0) {
            executor.execute(this::drain);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable RuntimeException runNext(@Nullable RuntimeException earlier) {
        Runnable message = messages.poll();
        if (message == null) {
            throw new AssertionError("fewer messages than counted");
        }
        try {
            message.run();
            return earlier;
        } catch (RuntimeException failure) {
            return earlier == null ? failure : earlier;
        }
    }
}
