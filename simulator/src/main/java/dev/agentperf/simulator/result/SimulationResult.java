package dev.agentperf.simulator.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * One trace replayed under one or more policies.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param trace what was replayed
 * @param runs one a policy, in the order asked for
 * @param bounds what hindsight would have reached on the same trace
 * @param assumptions what the trace did not say and the replay took as given, one sentence each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SimulationResult(
        int schemaVersion, TraceSummary trace, List<PolicyRun> runs, List<Bound> bounds, List<String> assumptions) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies every list; an absent one is empty. */
    public SimulationResult {
        runs = runs == null ? List.of() : List.copyOf(runs);
        bounds = bounds == null ? List.of() : List.copyOf(bounds);
        assumptions = assumptions == null ? List.of() : List.copyOf(assumptions);
    }
}
