package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a {@link PoolLoad}, with its spread.
 *
 * @param name what it is, in words
 * @param unit {@code ms}, {@code ratio} for a share from 0 to 1, or another in words
 * @param measured the figure
 * @param low the lower end of its spread
 * @param high the upper end of its spread; null for a quantile of so few observations that none of them bounds it
 * @param n how many observations stand behind it
 * @param goal what it should be; null where nobody said
 * @param published what others have published of theirs, in words; null where nothing is known. Another machine,
 *     another network: an order of magnitude, no race
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PoolFigure(
        String name,
        String unit,
        double measured,
        double low,
        @Nullable Double high,
        long n,
        @Nullable Goal goal,
        @Nullable String published) {

    /** Validates that the spread holds the figure. */
    public PoolFigure {
        if (low > measured || (high != null && measured > high)) {
            throw new IllegalArgumentException(
                    name + " must lie in its spread, was " + measured + " beside " + low + " to " + high);
        }
    }

    /** Returns a figure that nobody has a demand on or a peer for. */
    public static PoolFigure of(String name, String unit, double measured, double low, @Nullable Double high, long n) {
        return new PoolFigure(name, unit, measured, low, high, n, null, null);
    }

    /** Returns the same figure, held against a demand. */
    public PoolFigure demanding(Target.Sense sense, double value) {
        return new PoolFigure(name, unit, measured, low, high, n, new Goal(sense, value), published);
    }

    /** Returns the same figure beside what others have published. */
    public PoolFigure beside(String others) {
        return new PoolFigure(name, unit, measured, low, high, n, goal, others);
    }

    /** Returns the figure as a target's, for a verdict; null where there is no goal. */
    @JsonIgnore
    public @Nullable Target target() {
        return goal == null
                ? null
                : new Target(
                        name,
                        goal.value(),
                        n == 0 ? null : measured,
                        unit,
                        n == 0 ? null : goal.sense().isMet(measured, goal.value()),
                        goal.sense(),
                        n,
                        null);
    }

    /**
     * What a figure should be.
     *
     * @param sense which side of the value is good
     * @param value in the figure's unit
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Goal(Target.Sense sense, double value) {}
}
