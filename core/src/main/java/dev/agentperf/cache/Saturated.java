package dev.agentperf.cache;

import java.time.Duration;

/** Durations as nanoseconds, the longest ones cut to a century, so that two of them still add up. */
final class Saturated {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Saturated() {}

    static long nanos(Duration duration) {
        return (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos();
    }

    static Duration sum(Duration first, Duration second) {
        return Duration.ofNanos(nanos(first) + nanos(second));
    }
}
