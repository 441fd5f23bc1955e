package dev.agentperf.reports.gate.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a pair is run for. */
public enum Phase {
    /** To find changes. */
    @JsonProperty("search")
    SEARCH,
    /** To see whether an alarm comes again. */
    @JsonProperty("confirm")
    CONFIRM
}
