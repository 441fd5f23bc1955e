package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

/**
 * How good the predictions of one resource were.
 *
 * @param predictor the predictor's name
 * @param resource what was predicted
 * @param predictions counted predictions; at least 1
 * @param missRate the share of runs that used more than predicted, 0 to 1
 * @param slack what was given but not used: the mean of max(0, predicted - used) over the mean of used
 * @param worstTypeMissRate the highest miss rate of any type, 0 to 1
 * @param shortfall what was used but not given: the mean of max(0, used - predicted) over the mean of used
 */
public record PredictionScore(
        String predictor,
        Resource resource,
        long predictions,
        double missRate,
        double slack,
        double worstTypeMissRate,
        double shortfall) {

    /** Validates every component. */
    public PredictionScore {
        requireNonNull(predictor, "predictor");
        requireNonNull(resource, "resource");
        if (predictions < 1) {
            throw new IllegalArgumentException("predictions must be at least 1, were " + predictions);
        }
        requireRate("missRate", missRate);
        requireRate("worstTypeMissRate", worstTypeMissRate);
    }

    private static void requireRate(String name, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, was " + rate);
        }
    }
}
