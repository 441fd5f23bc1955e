package dev.agentperf.cache;

import java.time.Duration;

/** Durations as nanoseconds, the longest ones cut to what a long holds. */
final class Saturated {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Saturated() {}

    static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}
