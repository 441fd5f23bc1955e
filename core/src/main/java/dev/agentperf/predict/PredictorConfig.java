package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

/**
 * What a predictor aims at.
 *
 * @param targetMiss the share of runs that may use more than predicted; more than 0, less than 1
 * @param unseen the limits for a type without any run, NaN for none: what a container gets before anything is known
 */
public record PredictorConfig(double targetMiss, ResourceUsage unseen) {

    /** 5 % of runs may use more; no limits for unseen types. */
    public static final PredictorConfig DEFAULT = new PredictorConfig(0.05, ResourceUsage.UNKNOWN);

    /**
     * What is to keep 95 % of runs within their limits: 4 % may use more. Whoever aims at 5 % comes out above it half
     * of the time, by less than a point.
     */
    public static final PredictorConfig CAUTIOUS = DEFAULT.withTargetMiss(0.04);

    /** Validates both components. */
    public PredictorConfig {
        requireNonNull(unseen, "unseen");
        if (!(targetMiss > 0 && targetMiss < 1)) {
            throw new IllegalArgumentException("targetMiss must be between 0 and 1, was " + targetMiss);
        }
    }

    /** Returns this configuration with another target. */
    public PredictorConfig withTargetMiss(double share) {
        return new PredictorConfig(share, unseen);
    }

    /** Returns this configuration with other limits for unseen types. */
    public PredictorConfig withUnseen(ResourceUsage limits) {
        return new PredictorConfig(targetMiss, limits);
    }
}
