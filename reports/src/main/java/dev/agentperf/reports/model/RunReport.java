package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.result.Timelines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a report shows. A null part, or an empty list, was not measured.
 *
 * @param environment where, when and how
 * @param targets the verdicts
 * @param starts real starts
 * @param pool the warm pool under load
 * @param simulation the trace, replayed under each policy
 * @param timelines the same over time
 * @param plan sizes that meet a service level
 * @param sweep a grid of scenarios
 * @param predictions how the predictors did
 * @param jmh the benchmarks' results
 */
public record RunReport(
        @Nullable Environment environment,
        @Nullable Targets targets,
        @Nullable Starts starts,
        @Nullable PoolLoads pool,
        @Nullable SimulationResult simulation,
        @Nullable Timelines timelines,
        @Nullable PlannedSizes plan,
        @Nullable SweepCells sweep,
        @Nullable Predictions predictions,
        List<JmhResult> jmh) {

    /** Copies the list. */
    public RunReport {
        jmh = List.copyOf(jmh);
    }

    /** Returns a report in which nothing has been measured. */
    public static RunReport empty() {
        return new RunReport(null, null, null, null, null, null, null, null, null, List.of());
    }

    /** Returns whether the main job made this, and not a command that measures one part alone. */
    @JsonIgnore
    public boolean isMainRun() {
        boolean onePart = pool != null || simulation != null || plan != null || sweep != null || predictions != null;
        return targets != null || starts != null || !jmh.isEmpty() || !onePart;
    }

    /** Returns whether nothing at all was measured. */
    @JsonIgnore
    public boolean isEmpty() {
        return equals(empty());
    }
}
