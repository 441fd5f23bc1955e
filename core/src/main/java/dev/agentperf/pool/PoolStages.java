package dev.agentperf.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.stats.LatencySnapshot;

/**
 * How long each stage of a pool's work took so far. Immutable.
 *
 * @param create from the order of a container to its agent's first answer
 * @param reset from the end of a lease to a container that is proved clean; resets that take no time are left out
 * @param thaw from a claim's order to wake a paused container to one that is awake
 * @param bind from a container in hand to one that has what its claim carries
 */
public record PoolStages(LatencySnapshot create, LatencySnapshot reset, LatencySnapshot thaw, LatencySnapshot bind) {

    /** Validates every component. */
    public PoolStages {
        requireNonNull(create, "create");
        requireNonNull(reset, "reset");
        requireNonNull(thaw, "thaw");
        requireNonNull(bind, "bind");
    }
}
