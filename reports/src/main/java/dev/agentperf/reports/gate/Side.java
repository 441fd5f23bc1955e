package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One of the two builds that are compared. */
public enum Side {
    /** What the change is measured against. */
    @JsonProperty("base")
    BASE,
    /** The change. */
    @JsonProperty("head")
    HEAD
}
