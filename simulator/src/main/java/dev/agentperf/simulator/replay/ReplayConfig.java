package dev.agentperf.simulator.replay;

import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ResourceLimits;
import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a replay takes as given.
 *
 * @param policies the policies to compare; at least one
 * @param coldStart how long a container takes from order to ready, in the mean; positive
 * @param reset how long a reset takes under {@link Reuse#RESET}; not negative
 * @param reuse what happens to a used container
 * @param seed what random choices start from
 * @param price how many gigabyte-seconds of idle memory one second of cold start is worth; 0 or more
 * @param world what containers run on
 */
public record ReplayConfig(
        List<PoolPolicy> policies,
        Duration coldStart,
        Duration reset,
        Reuse reuse,
        long seed,
        double price,
        World world) {

    /** Validates and copies every component. */
    public ReplayConfig {
        policies = List.copyOf(policies);
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("policies must name at least one");
        }
        requireNonNull(world, "world");
        CostModel.check(coldStart, reset, reuse, price);
    }

    /** Creates a configuration in an {@linkplain World#ideal ideal world}. */
    public ReplayConfig(
            List<PoolPolicy> policies, Duration coldStart, Duration reset, Reuse reuse, long seed, double price) {
        this(policies, coldStart, reset, reuse, seed, price, World.ideal(coldStart));
    }

    /** Returns the same configuration in another world, with the mean of its start times. */
    public ReplayConfig in(World newWorld) {
        return new ReplayConfig(policies, newWorld.starts().mean(), reset, reuse, seed, price, newWorld);
    }

    /** Creates a configuration with {@linkplain CostModel#DEFAULT_PRICE the usual price}. */
    public ReplayConfig(List<PoolPolicy> policies, Duration coldStart, Duration reset, Reuse reuse, long seed) {
        this(policies, coldStart, reset, reuse, seed, CostModel.DEFAULT_PRICE);
    }

    /** Returns how many containers the hosts hold of the trace's largest type; empty where there is no end of hosts. */
    OptionalInt ceiling(TraceScan scan) {
        long largestBytes = scan.types().values().stream()
                .mapToLong(TraceScan.TypeFacts::containerBytes)
                .max()
                .orElse(ResourceLimits.DEFAULT.memoryBytes());
        return world.hosts().stream()
                .mapToInt(hosts -> hosts.capacity(largestBytes))
                .findAny();
    }

    /** Returns what idle memory and cold starts cost. */
    public CostModel costModel() {
        return new CostModel(coldStart, reset, reuse, price);
    }
}
