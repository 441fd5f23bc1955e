package dev.agentperf.simulator.capacity;

import org.jspecify.annotations.Nullable;

/**
 * The size for one agent type.
 *
 * @param type the agent type's name
 * @param size how many containers to keep in circulation, as {@code fixed:N} does
 * @param predictedWarmRate the share of claims that the size serves in time on the first part of the trace, 0 to 1;
 *     null where the type does not occur there
 * @param validatedWarmRate the same on the rest, which the size was not chosen by; null where the type does not occur
 *     there
 * @param meanIdle the mean number of ready, unused containers over the rest
 * @param claims claims on the first part
 * @param validatedClaims claims on the rest
 * @param promised whether the service level may be expected to hold
 * @param reason why it may not; null where it may
 */
public record TypePlan(
        String type,
        int size,
        @Nullable Double predictedWarmRate,
        @Nullable Double validatedWarmRate,
        double meanIdle,
        long claims,
        long validatedClaims,
        boolean promised,
        @Nullable String reason) {}
