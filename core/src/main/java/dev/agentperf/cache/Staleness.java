package dev.agentperf.cache;

import java.time.Duration;

/**
 * What a {@link ToolMetadataCache} does with answers past their lifetime, and after failed loads. Durations are zero or
 * more.
 *
 * @param whileRefreshing how long past its lifetime an answer is still given at once, while one load refreshes it
 * @param onError how long past its lifetime an answer is still given when its server cannot be asked
 * @param retryAfter how long a server is left alone after a first failed load of a key; doubled with each further one
 * @param retryAtMost the most that it is left alone; at least {@code retryAfter}
 */
public record Staleness(Duration whileRefreshing, Duration onError, Duration retryAfter, Duration retryAtMost) {

    /** Nothing past its lifetime is ever given, and a failed load is tried again at once. */
    public static final Staleness NONE = new Staleness(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Only when the server cannot be asked, for ten minutes; retries after one second up to one minute. */
    public static final Staleness ON_ERROR =
            new Staleness(Duration.ZERO, Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** Validates every component. */
    public Staleness {
        requireNotNegative("whileRefreshing", whileRefreshing);
        requireNotNegative("onError", onError);
        requireNotNegative("retryAfter", retryAfter);
        if (retryAtMost.compareTo(retryAfter) < 0) {
            throw new IllegalArgumentException(
                    "retryAtMost must be at least retryAfter, was " + retryAtMost + " with " + retryAfter);
        }
    }

    /** Returns this rule with another time during which a stale answer is given while it is refreshed. */
    public Staleness withWhileRefreshing(Duration duration) {
        return new Staleness(duration, onError, retryAfter, retryAtMost);
    }

    /** Returns how long an answer is of any use past its lifetime. */
    Duration longest() {
        return whileRefreshing.compareTo(onError) > 0 ? whileRefreshing : onError;
    }

    private static void requireNotNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, was " + duration);
        }
    }
}
