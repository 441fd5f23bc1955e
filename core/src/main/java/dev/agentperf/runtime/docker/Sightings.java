package dev.agentperf.runtime.docker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What was seen before, and since when. Not thread-safe. */
final class Sightings {
    private final Map<String, Long> firstNanos = new HashMap<>();

    /** Sees something, and returns whether it was also seen some time ago. */
    boolean sawBefore(String id, long nowNanos, Duration ago) {
        Long first = firstNanos.putIfAbsent(id, nowNanos);
        return first != null && nowNanos - first >= ago.toNanos();
    }

    /** Forgets all that was not seen this time. */
    void retain(Set<String> seen) {
        firstNanos.keySet().retainAll(seen);
    }
}
