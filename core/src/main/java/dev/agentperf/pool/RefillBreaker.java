package dev.agentperf.pool;

import java.time.Duration;

/**
 * How much the engine is trusted with: everything while it works, nothing for a while after a failure, then one probe,
 * and more with every success. Not thread-safe.
 */
final class RefillBreaker {
    /* A second at the least, so that a broken engine sees at most one attempt a second from each type. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final int MOST_DOUBLINGS = 5;

    private final int parallelism;
    private final int seed;
    private int allowed;
    private int failures;

    RefillBreaker(int parallelism, int seed) {
        this.parallelism = parallelism;
        this.seed = seed;
        this.allowed = parallelism;
    }

    /** Returns how many orders may be in work at once. */
    int allowed() {
        return allowed;
    }

    boolean isClosed() {
        return failures == 0;
    }

    /** Trusts the engine with twice as much as before. */
    void succeeded() {
        failures = 0;
        allowed = (int) Math.min(parallelism, allowed * 2L);
    }

    /** Trusts the engine as if nothing had failed. */
    void forget() {
        failures = 0;
        allowed = parallelism;
    }

    /** Returns how long to leave the engine alone: longer with every failure, with a jitter that keeps types apart. */
    Duration failed() {
        long millis = FIRST_PAUSE.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        allowed = 1;
        return Duration.ofMillis(millis + jitter(millis));
    }

    /* Up to a quarter of the pause, by a hash: types that failed together do not come back together, and a replay is the same. */
    private long jitter(long millis) {
        int hash = (seed + failures) * 0x9e3779b9;
        return Math.floorMod(hash ^ (hash >>> 16), (int) (millis / 4));
    }
}
