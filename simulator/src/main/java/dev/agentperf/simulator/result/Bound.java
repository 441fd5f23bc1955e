package dev.agentperf.simulator.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a clairvoyant, or a setting chosen in hindsight, would have reached on the same trace.
 *
 * @param bound its name
 * @param coldStarts cold starts that remain
 * @param idleMbSeconds idle megabyte-seconds that remain
 * @param cost idle gigabyte-seconds plus price times cold seconds, less what is not certain: a bound is never dearer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Bound(String bound, long coldStarts, double idleMbSeconds, double cost) {}
