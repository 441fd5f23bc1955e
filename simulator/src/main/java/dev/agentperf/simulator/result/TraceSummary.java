package dev.agentperf.simulator.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The size of a trace.
 *
 * @param sessions how many sessions it holds
 * @param steps how many steps they have together
 * @param types how many agent types occur
 * @param spanSeconds from the first session's start to the last one's end
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TraceSummary(long sessions, long steps, int types, double spanSeconds) {}
