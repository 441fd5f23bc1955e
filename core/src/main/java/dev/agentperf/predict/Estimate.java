package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

/**
 * The limit of one resource, and how far to trust it. Immutable.
 *
 * <p>Confidence is the probability that the greatest of the runs that count has covered all but the target share of
 * future runs, 1 - (1 - target)<sup>n</sup> (Wilks, 1941), given that runs are alike: at a target of 5 %, 59 runs give
 * 95 %. It says how much is known, not how good the limit is.
 *
 * @param resource what is limited
 * @param limit in the resource's unit; NaN where nothing is known and nothing is configured
 * @param confidence 0 to 1; 0 without samples
 * @param samples runs of this key that the limit was learned from; 0 where it comes from other types or from the
 *     configuration
 * @param basis where the limit comes from
 */
public record Estimate(Resource resource, double limit, double confidence, long samples, Basis basis) {

    /** Validates every component. */
    public Estimate {
        requireNonNull(resource, "resource");
        requireNonNull(basis, "basis");
        if (limit < 0 || Double.isInfinite(limit)) {
            throw new IllegalArgumentException("limit must be at least 0 and finite, was " + limit);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be from 0 to 1, was " + confidence);
        }
        if (samples < 0) {
            throw new IllegalArgumentException("samples must not be negative, were " + samples);
        }
    }

    /** Returns an estimate for a type without runs: the configured limit, or none. */
    static Estimate unseen(Resource resource, double configured) {
        return new Estimate(resource, configured, 0, 0, new Basis.Configured());
    }

    /** Returns an estimate for a type without runs from those of other types. */
    static Estimate ofOtherTypes(Resource resource, double limit, long runs) {
        return new Estimate(resource, limit, 0, 0, new Basis.OtherTypes(runs));
    }

    /** Returns whether there is a limit. */
    public boolean isKnown() {
        return !Double.isNaN(limit);
    }

    /** Returns one sentence that says where the limit comes from. */
    public String explanation() {
        String value = isKnown() ? Figures.of(limit, resource) : "no " + resource.label() + " limit";
        return value + ": " + basis.sentence(resource);
    }

    /** Returns the confidence that a number of like runs gives, for a target share of misses. */
    static double confidence(double effectiveRuns, double targetMiss) {
        return -Math.expm1(effectiveRuns * Math.log1p(-targetMiss));
    }
}
