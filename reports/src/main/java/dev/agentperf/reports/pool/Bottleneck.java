package dev.agentperf.reports.pool;

import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolStats;
import org.jspecify.annotations.Nullable;

/** Tells from the pool's own figures what keeps it from serving more claims warm. */
final class Bottleneck {
    private Bottleneck() {}

    /**
     * Returns the reason in words; null where every claim was warm.
     *
     * @param atHeight the pool's figures when the last claim had been made
     * @param afterwards the same when all were answered
     */
    static @Nullable String of(PoolConfig config, PoolStats atHeight, PoolStats afterwards) {
        if (afterwards.createFailures() > 0) {
            return "the engine: " + afterwards.createFailures() + " containers could not be made";
        }
        if (atHeight.starting() > 0 && atHeight.idle() == 0) {
            return "the engine: " + atHeight.starting() + " containers were being made at the end, and "
                    + atHeight.waiting() + " claims waited for room";
        }
        if (atHeight.waiting() > 0 && atHeight.peak() >= config.maxContainers()) {
            return "the ceiling of " + config.maxContainers() + " containers: " + atHeight.waiting()
                    + " claims waited for room at the end";
        }
        return afterwards.cold() == 0 ? null : "the stock: too small for some moments, refilled in time for the rest";
    }
}
