package dev.agentperf.pool;

import dev.agentperf.runtime.RuntimeUnavailableException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether a pool's engine answers. While it does not, all types together try it once a second: they ask whether it
 * answers, which is quick, and go on at once where it does. Where a container could not be made all the same, the next
 * one that can be made shows that it is back.
 *
 * <p>Thread-safe. What an engine says of one container (no such image, say) tells nothing of its health.
 */
final class EngineHealth {
    static final long PROBE_NANOS = 1_000_000_000;
    private static final long UP = Long.MIN_VALUE;

    private final AtomicLong nextProbeNanos = new AtomicLong(UP);

    /* What an answer is worth: nothing any more once it was the only sign of life and a container could not be made. */
    private volatile boolean hasOnlyAnswered;
    private volatile boolean isAnswerEnough = true;

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

    /** Returns whether the next attempt is to ask the engine, rather than to make a container. */
    boolean isToBeAsked() {
        return isDown() && isAnswerEnough;
    }

    /** Learns how an attempt failed. */
    void failed(Throwable failure, long nowNanos) {
        if (failure instanceof RuntimeUnavailableException) {
            if (hasOnlyAnswered) {
                isAnswerEnough = false;
            }
            nextProbeNanos.set(nowNanos + PROBE_NANOS);
        }
    }

    /** Learns that the engine says it is there; returns whether it was not before. */
    boolean answered() {
        hasOnlyAnswered = true;
        return isBack();
    }

    /** Learns that the engine has done something for a container; returns whether it did not before. */
    boolean worked() {
        if (hasOnlyAnswered || !isAnswerEnough) {
            hasOnlyAnswered = false;
            isAnswerEnough = true;
        }
        return isBack();
    }

    private boolean isBack() {
        return isDown() && nextProbeNanos.getAndSet(UP) != UP;
    }
}
