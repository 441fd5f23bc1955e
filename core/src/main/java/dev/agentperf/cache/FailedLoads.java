package dev.agentperf.cache;

import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The loads that failed lately, and when each may be tried again: later with every failure in a row, and a little
 * earlier at random, so that many processes do not come back at the same moment. Thread-safe, bounded.
 */
final class FailedLoads {
    private static final double JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 30;

    private final Staleness rule;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final PerformanceCache<ToolKey, Failure> failures;

    FailedLoads(long maxEntries, Staleness rule, Ticker ticker, Executor executor, RandomGenerator random) {
        this.rule = rule;
        this.ticker = ticker;
        this.random = random;
        failures = new PerformanceCache<>(
                CacheConfig.DEFAULT.withMaxEntries(maxEntries).withTtl(Duration.ofDays(1)), ticker, executor);
    }

    /** Returns why a key is not to be loaded now; null where it may be. */
    @Nullable
    Throwable holdingBack(ToolKey key) {
        Failure failure = failures.get(key);
        return failure != null && ticker.read() - failure.retryAtNanos() < 0 ? failure.cause() : null;
    }

    void failed(ToolKey key, Throwable cause) {
        if (rule.retryAfter().isZero()) {
            return;
        }
        Failure last = failures.get(key);
        int inARow = last == null ? 0 : Math.min(MOST_DOUBLINGS, last.inARow() + 1);
        Duration doubled = rule.retryAfter().multipliedBy(1L << inARow);
        Duration wait = doubled.compareTo(rule.retryAtMost()) > 0 ? rule.retryAtMost() : doubled;
        long waitNanos = (long) (Saturated.nanos(wait) * (1 - JITTER * random.nextDouble()));
        /* Kept for as long again: a failure right after the wait is one in a row. */
        failures.put(
                key,
                new Failure(cause, inARow, ticker.read() + waitNanos),
                Duration.ofNanos(waitNanos).multipliedBy(2));
    }

    void forget(ToolKey key) {
        failures.invalidate(key);
    }

    void forgetServer(String server) {
        failures.invalidateIf(key -> key.server().equals(server));
    }

    private record Failure(Throwable cause, int inARow, long retryAtNanos) {}
}
