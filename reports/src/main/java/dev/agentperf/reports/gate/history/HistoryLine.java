package dev.agentperf.reports.gate.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One fork of one commit: a line of the file.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param key which series
 * @param commit the commit, or another name of what was measured
 * @param time when it was measured, ISO-8601 or any text that sorts by time
 * @param value the fork's figure, finite
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HistoryLine(int schemaVersion, SeriesKey key, String commit, String time, double value) {

    /** The version of this contract. */
    public static final int SCHEMA_VERSION = 1;

    /** Validates that the value is one. */
    public HistoryLine {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, was " + value);
        }
    }
}
