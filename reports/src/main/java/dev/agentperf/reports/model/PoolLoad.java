package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of load did to the pool.
 *
 * @param name what it was, in a few words
 * @param regime how it was made: rate, length, policy, reuse
 * @param claims how many claims there were; the other counts add up to it
 * @param warm those that found a ready container and heard its agent
 * @param cold those that waited for a container and heard its agent
 * @param late those whose deadline passed, or that found the waiting room full
 * @param failed those whose container could not be made, or whose agent did not answer
 * @param limitedBy what kept the pool from serving more claims warm; null where nothing did
 * @param figures what came of it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PoolLoad(
        String name,
        String regime,
        long claims,
        long warm,
        long cold,
        long late,
        long failed,
        @Nullable String limitedBy,
        List<PoolFigure> figures) {

    /** Validates the counts and copies the figures. */
    public PoolLoad {
        if (Math.min(Math.min(warm, cold), Math.min(late, failed)) < 0 || warm + cold + late + failed != claims) {
            throw new IllegalArgumentException("counts must add up to claims, were " + warm + ", " + cold + ", " + late
                    + ", " + failed + " and " + claims);
        }
        figures = List.copyOf(figures);
    }
}
