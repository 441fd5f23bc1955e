package dev.agentperf.pool.policy;

import java.time.Duration;

/**
 * What a pool does with its capacity after a use: give it up, or keep a container ready for a while, now or later.
 *
 * @param prewarmAfter how long to wait before a container is to be ready; zero keeps one at once
 * @param keep how long it then stays ready without being claimed; zero keeps none
 */
public record IdlePlan(Duration prewarmAfter, Duration keep) {

    /** Keeps nothing. */
    public static final IdlePlan NONE = new IdlePlan(Duration.ZERO, Duration.ZERO);

    /** Validates both durations. */
    public IdlePlan {
        if (prewarmAfter.isNegative() || keep.isNegative()) {
            throw new IllegalArgumentException("durations must not be negative, were " + prewarmAfter + " and " + keep);
        }
    }

    /** Returns a plan that keeps a container from now on. */
    public static IdlePlan keep(Duration idle) {
        return new IdlePlan(Duration.ZERO, idle);
    }
}
