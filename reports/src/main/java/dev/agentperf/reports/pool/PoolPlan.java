package dev.agentperf.reports.pool;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much the pool is measured.
 *
 * @param perSecond how many claims a second come where containers are reused, in the mean; positive
 * @param warmUp for how long claims come at least before they are counted, so that the pool has learned
 * @param warmUpClaims how many come before that, in the mean: a share of 0.99 cannot be known before a hundred
 * @param steady for how long claims are counted at least
 * @param steadyClaims how many come meanwhile at least, in the mean: misses come in clusters, and a share of 0.985 of
 *     two hundred is chance
 * @param overload for how long more claims come than the engine can make containers for
 * @param hold for how long a container is held after its agent's first answer
 * @param refills how many containers are made at once to learn how many the engine makes a second; at least 1
 * @param burst how many claims come at once; at least 1
 * @param bursts how often they do, and how often containers are made to learn the engine's rate; at least 1
 * @param thaws how often a paused container is claimed; at least 1
 */
public record PoolPlan(
        double perSecond,
        Duration warmUp,
        int warmUpClaims,
        Duration steady,
        int steadyClaims,
        Duration overload,
        Duration hold,
        int refills,
        int burst,
        int bursts,
        int thaws) {

    private static final Duration HOLD = Duration.ofMillis(100);

    /** Enough to see that it works, in half a minute. */
    public static final PoolPlan QUICK = new PoolPlan(
            45, Duration.ofSeconds(3), 0, Duration.ofSeconds(5), 0, Duration.ofSeconds(3), HOLD, 12, 20, 1, 20);

    /** Enough for figures to show around, in some ten minutes. */
    public static final PoolPlan FULL = new PoolPlan(
            45,
            Duration.ofSeconds(20),
            100,
            Duration.ofSeconds(60),
            600,
            Duration.ofSeconds(20),
            HOLD,
            30,
            100,
            3,
            100);

    /** Validates every component. */
    public PoolPlan {
        requireNonNull(warmUp, "warmUp");
        if (Math.min(warmUpClaims, steadyClaims) < 0) {
            throw new IllegalArgumentException(
                    "claims must not be negative, were " + warmUpClaims + ", " + steadyClaims);
        }
        requireNonNull(steady, "steady");
        requireNonNull(overload, "overload");
        requireNonNull(hold, "hold");
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("perSecond must be positive, was " + perSecond);
        }
        if (Math.min(Math.min(refills, burst), Math.min(bursts, thaws)) < 1) {
            throw new IllegalArgumentException(
                    "counts must be at least 1, were " + refills + ", " + burst + ", " + bursts + ", " + thaws);
        }
    }

    /** Returns for how long claims come, so many a second, before they are counted. */
    Duration warmUpAt(double ratePerSecond) {
        return atLeast(warmUp, warmUpClaims, ratePerSecond);
    }

    /** Returns for how long claims are counted that come so many a second. */
    Duration steadyAt(double ratePerSecond) {
        return atLeast(steady, steadyClaims, ratePerSecond);
    }

    private static Duration atLeast(Duration length, int claims, double ratePerSecond) {
        Duration forClaims = Duration.ofSeconds((long) Math.ceil(claims / ratePerSecond));
        return length.compareTo(forClaims) < 0 ? forClaims : length;
    }
}
