package dev.agentperf.simulator.bounds;

import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.Reuse;
import java.time.Duration;

/**
 * What warmth and waiting cost: idle gigabyte-seconds plus a price times seconds of cold start.
 *
 * @param coldStart how long a container takes from order to ready; positive
 * @param reset how long a reset takes under {@link Reuse#RESET}; not negative
 * @param reuse what happens to a used container
 * @param price how many gigabyte-seconds of idle memory one second of cold start is worth; 0 or more, finite
 */
public record CostModel(Duration coldStart, Duration reset, Reuse reuse, double price) {

    /** The price where none is given: five gigabyte-minutes of idle memory for one second of waiting. */
    public static final double DEFAULT_PRICE = 300;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MB_PER_GB = 1e3;

    /** Validates every component. */
    public CostModel {
        check(coldStart, reset, reuse, price);
    }

    /**
     * Validates what a cost model is made of.
     *
     * @throws IllegalArgumentException if the model would be refused
     */
    public static void check(Duration coldStart, Duration reset, Reuse reuse, double price) {
        requireNonNull(reuse, "reuse");
        if (coldStart.isZero() || coldStart.isNegative()) {
            throw new IllegalArgumentException("coldStart must be positive, was " + coldStart);
        }
        if (reset.isNegative()) {
            throw new IllegalArgumentException("reset must not be negative, was " + reset);
        }
        if (!(price >= 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("price must be finite and not negative, was " + price);
        }
    }

    /** Returns the cost of cold starts and of idle memory together, in gigabyte-seconds. */
    public double cost(long coldStarts, double idleMbSeconds) {
        return idleMbSeconds / MB_PER_GB + price * coldStarts * coldStart.toNanos() / NANOS_PER_SECOND;
    }

    /** Returns the cost of so many seconds of cold start and of idle memory together, in gigabyte-seconds. */
    public double costOfWaiting(double coldSeconds, double idleMbSeconds) {
        return idleMbSeconds / MB_PER_GB + price * coldSeconds;
    }

    /** Returns for how long a container of {@code memoryMb} may lie idle for the price of one cold start. */
    double breakEvenNanos(double memoryMb) {
        return price * MB_PER_GB / memoryMb * coldStart.toNanos();
    }

    /** Returns the time from a session's end until the container that follows it is ready at the earliest. */
    long turnaroundNanos() {
        return (reuse == Reuse.RESET ? reset : coldStart).toNanos();
    }
}
