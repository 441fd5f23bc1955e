package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.agentperf.simulator.capacity.CapacityPlan;
import dev.agentperf.simulator.capacity.ServiceLevel;
import java.time.Duration;
import java.util.Locale;

/**
 * A plan beside what it was asked for: {@code plan.json}.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param level what the plan has to reach
 * @param plan the sizes, in the form that {@code plan --json} writes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedSizes(int schemaVersion, Level level, CapacityPlan plan) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    private static final double NANOS_PER_MS = 1e6;

    /** Returns a plan for that service level. */
    public static PlannedSizes of(ServiceLevel level, CapacityPlan plan) {
        return new PlannedSizes(
                SCHEMA_VERSION,
                new Level(
                        level.warmRate(),
                        millis(level.maxStart()),
                        millis(level.coldStart()),
                        level.reuse().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        level.train(),
                        level.load()),
                plan);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MS;
    }

    /**
     * A service level.
     *
     * @param warmRate the share of claims that have to start in time, 0 to 1
     * @param maxStartMs how long a start in time may take; 0 asks for ready containers
     * @param coldStartMs how long a container takes from order to ready
     * @param reuse {@code single-use} or {@code reset}
     * @param train the share of the trace's time that the sizes were learned on, 0 to 1
     * @param load how many times as fast sessions came as in the trace
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Level(
            double warmRate, double maxStartMs, double coldStartMs, String reuse, double train, double load) {}
}
