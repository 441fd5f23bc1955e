package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A subject without a verdict.
 *
 * @param subject what was not judged
 * @param reason why, for programs
 * @param message why, for people, one sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Unjudged(Subject subject, Reason reason, String message) {

    /** Why a subject has no verdict. */
    public enum Reason {
        /** The head lacks it. */
        @JsonProperty("removed")
        REMOVED,
        /** The base lacks it. */
        @JsonProperty("added")
        ADDED,
        /** It threw. */
        @JsonProperty("failed")
        FAILED,
        /** The two sides do not measure the same: another unit, mode or number of threads. */
        @JsonProperty("changed")
        CHANGED,
        /** The budget held no pairs for it, or ended before it had two. */
        @JsonProperty("no-time")
        NO_TIME
    }
}
