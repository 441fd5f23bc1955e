package dev.agentperf.simulator.capacity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sizes for every agent type of a trace, and what they were worth on its unseen rest.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param plans one a type, by name
 * @param predictedWarmRate the share of all claims served in time on the first part, 0 to 1; null without claims
 * @param validatedWarmRate the same on the rest; null without claims
 * @param meanIdle the mean number of ready, unused containers of all types over the rest
 * @param hostNeed what the sizes and the trace's sessions ask of machines; null in plans that were written before it
 *     was told
 * @param promised whether the service level may be expected to hold over all types
 * @param reason why it may not; null where it may
 * @param assumptions what the trace did not say and the plan took as given, one sentence each
 */
public record CapacityPlan(
        int schemaVersion,
        List<TypePlan> plans,
        @Nullable Double predictedWarmRate,
        @Nullable Double validatedWarmRate,
        double meanIdle,
        @Nullable HostNeed hostNeed,
        boolean promised,
        @Nullable String reason,
        List<String> assumptions) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies every list. */
    public CapacityPlan {
        plans = List.copyOf(plans);
        assumptions = List.copyOf(assumptions);
    }

    /** Returns the plan with another host need. */
    public CapacityPlan with(HostNeed other) {
        return new CapacityPlan(
                schemaVersion,
                plans,
                predictedWarmRate,
                validatedWarmRate,
                meanIdle,
                other,
                promised,
                reason,
                assumptions);
    }
}
