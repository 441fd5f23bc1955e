package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way of a metric is good. */
public enum Direction {
    /** Times, bytes, misses. */
    @JsonProperty("smaller")
    SMALLER,
    /** Rates of hits, operations a second. */
    @JsonProperty("larger")
    LARGER
}
