package dev.agentperf.pool;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs messages one at a time, in the order of their arrival, on whatever thread the executor offers.
 *
 * <p>Thread-safe. What only messages touch needs no lock: each message happens before the next.
 */
final class Mailbox implements Executor {
    private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Executor executor;

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    /**
     * Runs {@code message} after all that came before; never on the calling thread's stack unless the executor does.
     */
    @Override
    public void execute(Runnable message) {
        messages.add(message);
        if (pending.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    /* A message that throws must neither stop the mailbox nor vanish: the rest of the batch runs, then it is thrown on. */
    private void drain() {
        @Nullable RuntimeException failure = null;
        int batch;
        do {
            batch = pending.get();
            for (int i = 0; i < batch; i++) {
                failure = runNext(failure);
            }
        } while (pending.addAndGet(-batch) != 0);
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
