package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How well the next tool of agents was guessed from the runs before: the form that {@code predict --patterns --json}
 * writes.
 *
 * @param schemaVersion {@value Predictions#SCHEMA_VERSION}
 * @param patterns one a trace and agent type
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PatternScores(int schemaVersion, List<PatternScore> patterns) {

    /** Copies the scores. */
    public PatternScores {
        patterns = List.copyOf(patterns);
    }

    /**
     * One agent type in one trace, counted on the second half of its tool calls.
     *
     * @param trace the file's name
     * @param type the agent type
     * @param calls how many tool calls were counted
     * @param top1 the share of calls that were guessed first, 0 to 1
     * @param top3 the share of calls that were among the first three guesses, 0 to 1
     * @param firstOrder the share of calls that a guess from the last tool alone told, 0 to 1
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PatternScore(String trace, String type, long calls, double top1, double top3, double firstOrder) {}
}
