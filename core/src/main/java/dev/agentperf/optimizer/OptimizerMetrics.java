package dev.agentperf.optimizer;

import static java.util.Objects.requireNonNull;

import dev.agentperf.memory.GovernorStats;
import dev.agentperf.memory.TrackerStats;
import dev.agentperf.pool.PoolStats;
import dev.agentperf.predict.PredictionScore;
import dev.agentperf.runtime.MonitorStats;
import dev.agentperf.stats.HitStats;
import java.util.List;

/**
 * Everything that an {@link AgentOptimizer} counts, read in one go. Immutable.
 *
 * @param pool warm and cold starts, containers made and ended, idle time
 * @param results the general result cache
 * @param toolCache tool metadata look-ups
 * @param patterns next-tool look-ups
 * @param monitor container statistics asked for and calls sent
 * @param predictions how the predictions made so far turned out, one entry a resource that was seen
 * @param memory the governor's state and what trimming released
 * @param agents agents tracked
 * @param rounds rounds of the background loop
 */
public record OptimizerMetrics(
        PoolStats pool,
        HitStats results,
        HitStats toolCache,
        HitStats patterns,
        MonitorStats monitor,
        List<PredictionScore> predictions,
        GovernorStats memory,
        TrackerStats agents,
        long rounds) {

    /** Validates and copies. */
    public OptimizerMetrics {
        requireNonNull(pool, "pool");
        predictions = List.copyOf(predictions);
    }
}
