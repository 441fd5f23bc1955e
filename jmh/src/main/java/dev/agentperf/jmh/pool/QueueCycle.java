package dev.agentperf.jmh.pool;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A bounded queue of the JDK: the simplest pool there is. */
final class QueueCycle implements ClaimCycle {
    private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(STOCK);

    /** Creates a full queue. */
    QueueCycle() {
        for (int i = 0; i < STOCK; i++) {
            queue.add(new Object());
        }
    }

    @Override
    public Object claimAndRelease(Runnable whileHeld) throws InterruptedException {
        Object taken = requireNonNull(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "claim is late");
        whileHeld.run();
        queue.put(taken);
        return taken;
    }

    @Override
    public void close() {}
}
