package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.agentperf.simulator.result.SimulationResult;
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
 * @param predictions how the predictors did
 * @param jmh the benchmarks' results
 */
public record RunReport(
        @Nullable Environment environment,
        @Nullable Targets targets,
        @Nullable Starts starts,
        @Nullable PoolLoads pool,
        @Nullable SimulationResult simulation,
        @Nullable Predictions predictions,
        List<JmhResult> jmh) {

    /** Copies the list. */
    public RunReport {
        jmh = List.copyOf(jmh);
    }

    /** Returns a report in which nothing has been measured. */
    public static RunReport empty() {
        return new RunReport(null, null, null, null, null, null, List.of());
    }

    /** Returns whether nothing at all was measured. */
    @JsonIgnore
    public boolean isEmpty() {
        return equals(empty());
    }
}
