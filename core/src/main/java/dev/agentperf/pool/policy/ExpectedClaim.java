package dev.agentperf.pool.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A claim that somebody who knows the agents sees coming: a model has begun to answer and will probably ask for a tool,
 * or its call of one already streams in.
 *
 * @param probability how probable it is that it comes at all, more than 0, at most 1
 * @param earliest how long from now it comes at the earliest; not negative
 * @param latest how long from now it comes at the latest, if it comes; at least {@code earliest}, at most a day.
 *     Between the two, any time is thought to be as probable as any other
 */
public record ExpectedClaim(double probability, Duration earliest, Duration latest) {

    /** How far ahead a claim may be expected; what comes later is for a policy to learn. */
    public static final Duration FURTHEST = Duration.ofDays(1);

    /** Validates every component. */
    public ExpectedClaim {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be more than 0 and at most 1, was " + probability);
        }
        if (requireNonNull(earliest, "earliest").isNegative()) {
            throw new IllegalArgumentException("earliest must not be negative, was " + earliest);
        }
        if (requireNonNull(latest, "latest").compareTo(earliest) < 0) {
            throw new IllegalArgumentException(
                    "latest must not be before earliest, was " + latest + " before " + earliest);
        }
        if (latest.compareTo(FURTHEST) > 0) {
            throw new IllegalArgumentException("latest must be at most " + FURTHEST + " away, was " + latest);
        }
    }
}
