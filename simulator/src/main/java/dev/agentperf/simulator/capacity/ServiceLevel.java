package dev.agentperf.simulator.capacity;

import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.Reuse;
import java.time.Duration;

/**
 * What a plan has to reach, and what it takes as given.
 *
 * @param warmRate the share of claims that start within {@code maxStart}; more than 0, at most 1
 * @param maxStart how long a start may take; zero asks for ready containers, a cold start or more asks for nothing
 * @param coldStart how long a container takes from order to ready; positive
 * @param reset how long a reset takes under {@link Reuse#RESET}; not negative
 * @param reuse what happens to a used container
 * @param train the share of the trace's time that sizes are learned on; between 0 and 1
 * @param load how many times as fast sessions come as in the trace, each as long as it was; positive
 */
public record ServiceLevel(
        double warmRate,
        Duration maxStart,
        Duration coldStart,
        Duration reset,
        Reuse reuse,
        double train,
        double load) {

    /** Validates every component. */
    public ServiceLevel {
        requireNonNull(reuse, "reuse");
        require(warmRate > 0 && warmRate <= 1, "warmRate must be more than 0 and at most 1, was " + warmRate);
        require(!maxStart.isNegative(), "maxStart must not be negative, was " + maxStart);
        require(!coldStart.isZero() && !coldStart.isNegative(), "coldStart must be positive, was " + coldStart);
        require(!reset.isNegative(), "reset must not be negative, was " + reset);
        require(train > 0 && train < 1, "train must lie between 0 and 1, was " + train);
        require(load > 0 && load <= 1_000_000, "load must be more than 0 and at most 1,000,000, was " + load);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Returns whether even a cold start is fast enough, so that nothing needs to stand ready. */
    boolean isMetCold() {
        return coldStart.compareTo(maxStart) <= 0;
    }
}
