package dev.agentperf.reports.pool;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;

/** The times of claims that know nothing of each other: a Poisson process. Not thread-safe. */
final class PoissonArrivals {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double meanGapNanos;
    private final RandomGenerator random;
    private double atNanos;

    /**
     * Creates a process that starts at 0.
     *
     * @param perSecond the mean rate, positive
     */
    PoissonArrivals(double perSecond, RandomGenerator random) {
        if (!(perSecond > 0 && perSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("claims a second must be positive and finite, were " + perSecond);
        }
        this.meanGapNanos = NANOS_PER_SECOND / perSecond;
        this.random = requireNonNull(random, "random");
    }

    /** Returns the next time, in nanoseconds since the start. */
    long nextNanos() {
        // The inverse of the exponential distribution; nextDouble is below 1, so the logarithm is finite.
        atNanos -= Math.log1p(-random.nextDouble()) * meanGapNanos;
        return (long) atNanos;
    }
}
