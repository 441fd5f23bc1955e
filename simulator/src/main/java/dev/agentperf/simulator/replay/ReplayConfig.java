package dev.agentperf.simulator.replay;

import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import java.time.Duration;
import java.util.List;

/**
 * What a replay takes as given.
 *
 * @param policies the policies to compare; at least one
 * @param coldStart how long a container takes from order to ready; positive
 * @param reset how long a reset takes under {@link Reuse#RESET}; not negative
 * @param reuse what happens to a used container
 * @param seed what random choices start from
 */
public record ReplayConfig(List<PoolPolicy> policies, Duration coldStart, Duration reset, Reuse reuse, long seed) {

    /** Validates and copies every component. */
    public ReplayConfig {
        policies = List.copyOf(policies);
        requireNonNull(reuse, "reuse");
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("policies must name at least one");
        }
        if (coldStart.isZero() || coldStart.isNegative()) {
            throw new IllegalArgumentException("coldStart must be positive, was " + coldStart);
        }
        if (reset.isNegative()) {
            throw new IllegalArgumentException("reset must not be negative, was " + reset);
        }
    }
}
