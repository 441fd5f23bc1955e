package dev.agentperf.simulator.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one policy made of a trace.
 *
 * @param policy the policy as it was asked for, such as {@code fixed:10}
 * @param claims sessions that asked for a container
 * @param warmStarts claims that found a ready container
 * @param coldStarts claims that had to wait for a new one
 * @param warmRate warm starts over claims, 0 to 1
 * @param startMs from claim to container, in milliseconds
 * @param idleSeconds container-seconds spent ready and unused between the trace's first start and its last end
 * @param meanIdle the mean number of ready, unused containers over that time
 * @param idleMbSeconds the same weighted with each container's memory, in megabytes times seconds
 * @param containersCreated containers made, those that stood ready at the start included
 * @param containersRetired containers ended before the trace's end, used or not
 * @param peakContainers the most containers alive at once
 * @param toolCache the tool metadata cache's look-ups
 * @param stats the container monitor's calls
 * @param events events that the engine processed
 * @param wallSeconds how long the replay took on the machine that ran it; the one figure that differs between runs
 * @param cost idle gigabyte-seconds plus price times cold seconds
 * @param regret the cost over that of clairvoyant keep/drop, 1 where they are equal; less where starting ahead of
 *     claims won more; null where the clairvoyant paid nothing, or none was asked
 * @param regrets the cost over that of each bound, by its name; against Belady cold starts over cold starts. None for a
 *     bound that is 0; empty in results that were written before all were told
 * @param failedClaims claims that got no container: theirs could not be made, or not in time; 0 in results that were
 *     written before it was counted
 * @param foreseen what the pool was told ahead and made of it; null where it was told nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyRun(
        String policy,
        long claims,
        long warmStarts,
        long coldStarts,
        double warmRate,
        Quantiles startMs,
        double idleSeconds,
        double meanIdle,
        double idleMbSeconds,
        long containersCreated,
        long containersRetired,
        long peakContainers,
        ToolCache toolCache,
        Stats stats,
        long events,
        double wallSeconds,
        double cost,
        @Nullable Double regret,
        Map<String, Double> regrets,
        @JsonSetter(nulls = Nulls.AS_EMPTY) long failedClaims,
        @Nullable Foreseen foreseen) {

    /** Keeps the order of the regrets; absent ones are empty. */
    public PolicyRun {
        regrets = regrets == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(regrets));
    }

    /** Returns this run with its cost set against that of what hindsight would have reached. */
    public PolicyRun withRegret(@Nullable Double ofClairvoyant, Map<String, Double> ofEach) {
        return new PolicyRun(
                policy,
                claims,
                warmStarts,
                coldStarts,
                warmRate,
                startMs,
                idleSeconds,
                meanIdle,
                idleMbSeconds,
                containersCreated,
                containersRetired,
                peakContainers,
                toolCache,
                stats,
                events,
                wallSeconds,
                cost,
                ofClairvoyant,
                ofEach,
                failedClaims,
                foreseen);
    }

    /**
     * Claims that the pool was told of ahead.
     *
     * @param announced how many
     * @param made containers made for them
     * @param used those of them that a claim had
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Foreseen(long announced, long made, long used) {}

    /**
     * Quantiles of a latency, in milliseconds; all 0 where nothing was measured.
     *
     * @param p50 the median
     * @param p90 nine in ten are at most this
     * @param p99 99 in 100 are at most this
     * @param p999 999 in 1,000 are at most this
     * @param max the longest
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Quantiles(double p50, double p90, double p99, double p999, double max) {}

    /**
     * Tool metadata look-ups.
     *
     * @param lookups all
     * @param hits those that found a fresh entry
     * @param hitRate hits over look-ups, 0 to 1; 0 without look-ups
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ToolCache(long lookups, long hits, double hitRate) {}

    /**
     * Container statistics.
     *
     * @param asked how often statistics were asked for
     * @param sent how many calls to the engine that took
     * @param reduction 1 - sent / asked, 0 to 1; 0 where nothing was asked
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Stats(long asked, long sent, double reduction) {}
}
