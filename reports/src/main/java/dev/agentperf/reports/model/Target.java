package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One target and what was measured against it.
 *
 * @param name what is judged, in words
 * @param target the figure to meet, in {@code unit}
 * @param measured the figure that was measured, null where none was
 * @param unit {@code ms}, or {@code ratio} for a share from 0 to 1
 * @param met whether the target is met; null exactly where nothing was measured
 * @param sense which side of the target is good; where a file does not say, the unit's usual one: a latency at most, a
 *     share at least
 * @param n how many observations stand behind the figure; null where that is not known
 * @param basis what the figure was taken from, such as {@code docker, warm-live}; null where there is nothing to say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Target(
        String name,
        double target,
        @Nullable Double measured,
        String unit,
        @Nullable Boolean met,
        Sense sense,
        @Nullable Long n,
        @Nullable String basis) {

    /** The unit of a latency. */
    public static final String MS = "ms";

    /** The unit of a share from 0 to 1. */
    public static final String RATIO = "ratio";

    /** Validates that there is a verdict exactly where there is a figure. */
    public Target(
            String name,
            double target,
            @Nullable Double measured,
            String unit,
            @Nullable Boolean met,
            @Nullable Sense sense,
            @Nullable Long n,
            @Nullable String basis) {
        if ((measured == null) != (met == null)) {
            throw new IllegalArgumentException(
                    "met must be null exactly where measured is, were " + met + " and " + measured + " for " + name);
        }
        this.name = name;
        this.target = target;
        this.measured = measured;
        this.unit = unit;
        this.met = met;
        this.sense = sense != null ? sense : RATIO.equals(unit) ? Sense.AT_LEAST : Sense.AT_MOST;
        this.n = n;
        this.basis = basis;
    }

    /** Returns the verdict. */
    public Verdict verdict() {
        if (met == null) {
            return Verdict.NOT_MEASURED;
        }
        return met ? Verdict.MET : Verdict.MISSED;
    }

    /** Which side of a target is good. */
    public enum Sense {
        /** The figure must not exceed the target. */
        @JsonProperty("at-most")
        AT_MOST,
        /** The figure must reach the target. */
        @JsonProperty("at-least")
        AT_LEAST;

        /** Returns whether {@code measured} is on the good side of {@code target}; NaN never is. */
        public boolean isMet(double measured, double target) {
            return this == AT_MOST ? measured <= target : measured >= target;
        }
    }

    /** What came of a target. */
    public enum Verdict {
        /** Measured, and on the good side. */
        MET,
        /** Measured, and on the bad side. */
        MISSED,
        /** Not measured; says nothing about the target. */
        NOT_MEASURED
    }
}
