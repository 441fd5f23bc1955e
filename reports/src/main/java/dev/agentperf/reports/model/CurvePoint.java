package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One point of a percentile curve.
 *
 * @param quantile the share of all starts that took at most {@code ms}; 0 to 1
 * @param ms milliseconds, 0 or more
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CurvePoint(double quantile, double ms) {

    /** Validates both. */
    public CurvePoint {
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("quantile must be from 0 to 1, was " + quantile);
        }
        if (!(ms >= 0)) {
            throw new IllegalArgumentException("ms must not be negative, was " + ms);
        }
    }
}
