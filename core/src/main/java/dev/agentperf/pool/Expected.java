package dev.agentperf.pool;

import java.time.Duration;

/** One claim that was announced, and not met yet. Not thread-safe: it lives in its type's mailbox. */
final class Expected {
    final long untilNanos;

    /** Whether it may come from now on: a container that stands ready is for it. */
    boolean isDue;

    /** Whether it was met, or given up. */
    boolean isOver;

    Expected(long untilNanos) {
        this.untilNanos = untilNanos;
    }

    boolean isOpen(long nowNanos) {
        return !isOver && nowNanos < untilNanos;
    }

    /** Returns for how long a container is to wait for it. */
    Duration left(long nowNanos) {
        return Duration.ofNanos(Math.max(0, untilNanos - nowNanos));
    }
}
