package dev.agentperf.reports.run;

import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.world.StartTimes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a run is to do.
 *
 * @param trace opens the trace from its beginning
 * @param runtime which runtime real starts are measured on
 * @param image the image that they start; empty for the runtime's own
 * @param profile how deep it goes
 * @param policies the policies to replay, the one that is judged first
 * @param coldStart how long a simulated container takes to start; empty for the median that was just measured
 * @param resetTime how long a simulated reset takes
 * @param reuse what happens to a used container
 * @param seed what random choices start from
 * @param benchmarks whether the JMH suites run
 */
public record RunPlan(
        Supplier<SessionStream> trace,
        RuntimeChoice runtime,
        Optional<String> image,
        Profile profile,
        List<PoolPolicy> policies,
        Optional<StartTimes> coldStart,
        Duration resetTime,
        Reuse reuse,
        long seed,
        Benchmarks benchmarks) {

    /** Whether the JMH suites take part. */
    public enum Benchmarks {
        /** They run. */
        RUN,
        /** They are left out. */
        SKIP
    }

    /** Validates and copies every component. */
    public RunPlan {
        requireNonNull(trace, "trace");
        policies = List.copyOf(policies);
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("policies must name at least one");
        }
    }
}
