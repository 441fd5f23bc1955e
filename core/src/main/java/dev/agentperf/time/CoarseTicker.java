package dev.agentperf.time;

import java.util.concurrent.locks.LockSupport;

/**
 * A ticker that is read for a nanosecond where the system's costs twenty to forty: it may lag behind by about
 * {@value #STEP_MILLIS} ms.
 *
 * <p>While readings come rarely each one is exact. When they come fast a daemon thread writes the time down every step,
 * and readers take that; after a step without a reader it sleeps. Differences between two readings are off by up to a
 * step, either way alike, so that their sums are not. Thread-safe.
 */
final class CoarseTicker implements Ticker {
    private static final long STEP_MILLIS = 5;
    private static final long STEP_NANOS = STEP_MILLIS * 1_000_000;

    /* Readings nearer than this are worth a thread. */
    private static final long FAST_NANOS = 20_000;

    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Thread writer = Workers.daemonThreads("agentperf-ticker").newThread(this::write);
    private volatile long noted = UNKNOWN;
    private volatile boolean isRead;

    /* A race loses at most one wake-up: the next reading makes up for it. */
    private long lastExact;

    CoarseTicker() {
        writer.start();
    }

    @Override
    public long read() {
        long now = noted;
        if (now == UNKNOWN) {
            return readExactly();
        }
        if (!isRead) {
            isRead = true;
        }
        return now;
    }

    private long readExactly() {
        long now = System.nanoTime();
        if (now - lastExact < FAST_NANOS) {
            LockSupport.unpark(writer);
        }
        lastExact = now;
        return now;
    }

    private void write() {
        while (true) {
            noted = System.nanoTime();
            LockSupport.parkNanos(STEP_NANOS);
            if (!isRead) {
                noted = UNKNOWN;
                LockSupport.park(this);
            }
            isRead = false;
        }
    }
}
