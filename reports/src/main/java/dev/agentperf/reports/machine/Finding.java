package dev.agentperf.reports.machine;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One fact about the machine and what it means for figures measured on it.
 *
 * @param id a stable name, for programs
 * @param level how much it matters
 * @param name what was looked at
 * @param value what was found
 * @param meaning what that means for the numbers
 */
public record Finding(String id, Level level, String name, String value, String meaning) {

    /** Returns a finding that takes nothing from the figures. */
    static Finding good(String id, String name, String value, String meaning) {
        return new Finding(id, Level.GOOD, name, value, meaning);
    }

    /** Returns a finding to know when reading the figures. */
    static Finding note(String id, String name, String value, String meaning) {
        return new Finding(id, Level.NOTE, name, value, meaning);
    }

    /** Returns a finding that makes the figures less trustworthy. */
    static Finding warning(String id, String name, String value, String meaning) {
        return new Finding(id, Level.WARNING, name, value, meaning);
    }

    /** Returns the finding as one sentence, for a report. */
    public String sentence() {
        return name + ": " + value + "; " + meaning;
    }

    /** How much a finding matters. */
    public enum Level {
        /** Takes nothing from the figures. */
        @JsonProperty("good")
        GOOD,
        /** To be known when reading the figures. */
        @JsonProperty("note")
        NOTE,
        /** Makes the figures less trustworthy. */
        @JsonProperty("warning")
        WARNING
    }
}
