package dev.agentperf.pool;

import dev.agentperf.runtime.RuntimeUnavailableException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether a pool's engine answers. While it does not, all types together try it once a second; the first container that
 * can be made shows that it is back.
 *
 * <p>Thread-safe. What an engine says of one container (no such image, say) tells nothing of its health.
 */
final class EngineHealth {
    private static final long PROBE_NANOS = 1_000_000_000;
    private static final long UP = Long.MIN_VALUE;

    private final AtomicLong nextProbeNanos = new AtomicLong(UP);

    /**
     * Returns how long an attempt has to wait. 0 is leave to make one, and while the engine is down one caller gets it.
     */
    long delayNanos(long nowNanos) {
        long next = nextProbeNanos.get();
        if (next == UP || (nowNanos >= next && nextProbeNanos.compareAndSet(next, nowNanos + PROBE_NANOS))) {
            return 0;
        }
        return Math.max(1, next - nowNanos);
    }

    boolean isDown() {
        return nextProbeNanos.get() != UP;
    }

    /** Learns how an attempt failed. */
    void failed(Throwable failure, long nowNanos) {
        if (failure instanceof RuntimeUnavailableException) {
            nextProbeNanos.set(nowNanos + PROBE_NANOS);
        }
    }

    /** Learns that the engine answers; returns whether it did not before. */
    boolean isBack() {
        return nextProbeNanos.getAndSet(UP) != UP;
    }
}
