package dev.agentperf.reports.gate.stats;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The ratio of head to base, with its confidence interval.
 *
 * @param ratio head over base; 1 is no change
 * @param low the interval's lower end
 * @param high the interval's upper end
 * @param alpha the interval's error: 0.01 for 99 %
 * @param pValue two-sided probability of so large a difference where there is none, 0 to 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Estimate(double ratio, double low, double high, double alpha, double pValue) {

    /** Validates the order of the ends and both probabilities. */
    public Estimate {
        if (!(low <= ratio && ratio <= high)) {
            throw new IllegalArgumentException(
                    "ratio must lie between its ends, was " + low + ", " + ratio + ", " + high);
        }
        requireShare("alpha", alpha);
        requireShare("pValue", pValue);
    }

    /** Returns the ratio of base to head. */
    @JsonIgnore
    public Estimate inverse() {
        return new Estimate(1 / ratio, 1 / high, 1 / low, alpha, pValue);
    }

    /** Returns whether the interval excludes no change on the upper side. */
    @JsonIgnore
    public boolean isAbove() {
        return low > 1;
    }

    /** Returns whether the whole interval is less than {@code band} away from no change. */
    public boolean isWithin(double band) {
        return low > 1 - band && high < 1 + band;
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
        }
    }
}
