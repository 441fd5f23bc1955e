package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How two sides were compared. */
public enum Method {
    /** Adjacent forks in random order: what drifts slower than a pair cancels. */
    @JsonProperty("paired")
    PAIRED,
    /** Forks of two separate runs: what changed on the machine in between looks like a change of the code. */
    @JsonProperty("unpaired")
    UNPAIRED,
    /** Figures without noise: any difference is real. */
    @JsonProperty("exact")
    EXACT,
    /** Figures that each have a range of their own, one run a side. */
    @JsonProperty("range")
    RANGE
}
