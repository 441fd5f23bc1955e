package dev.agentperf.simulator.replay;

import dev.agentperf.optimizer.OptimizerMetrics;
import dev.agentperf.pool.PoolStats;
import dev.agentperf.runtime.MonitorStats;
import dev.agentperf.simulator.bounds.CostModel;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.trace.TraceScan;
import dev.agentperf.simulator.world.World;
import dev.agentperf.stats.HitStats;
import dev.agentperf.stats.LatencySnapshot;
import java.util.Map;

/** Turns what an optimizer counted into a {@link PolicyRun}. */
record RunFigures(CostModel model, World world, TraceScan scan, PoolStats atStart, PoolStats atEnd) {
    private static final double NANOS_PER_MS = 1e6;

    PolicyRun run(String policy, OptimizerMetrics metrics, long sparedQuestions, long events, long wallNanos) {
        PoolStats last = metrics.pool();
        double idleSeconds = atEnd.idleSeconds() - atStart.idleSeconds();
        double idleMbSeconds = atEnd.idleMbSeconds() - atStart.idleMbSeconds();
        double spanSeconds = scan.summary().spanSeconds();
        return new PolicyRun(
                policy,
                last.claims(),
                last.warm(),
                last.cold(),
                last.claims() == 0 ? 0 : (double) last.warm() / last.claims(),
                quantiles(last.start()),
                idleSeconds,
                spanSeconds == 0 ? 0 : idleSeconds / spanSeconds,
                idleMbSeconds,
                last.created(),
                last.retired(),
                last.peak(),
                toolCache(metrics.toolCache()),
                stats(metrics.monitor().plusAsked(sparedQuestions)),
                events,
                wallNanos / 1e9,
                cost(last, idleMbSeconds),
                null,
                Map.of(),
                last.late() + last.full() + last.failed(),
                last.expected() == 0 ? null : new PolicyRun.Foreseen(last.expected(), last.ahead(), last.aheadUsed()));
    }

    /* What a claim waited is known in an ideal world; elsewhere it is what was recorded. */
    private double cost(PoolStats last, double idleMbSeconds) {
        return world.isIdeal()
                ? model.cost(last.cold(), idleMbSeconds)
                : model.costOfWaiting(last.start().meanNanos() * last.start().count() / 1e9, idleMbSeconds);
    }

    private static PolicyRun.Quantiles quantiles(LatencySnapshot start) {
        return new PolicyRun.Quantiles(
                start.quantileNanos(0.5) / NANOS_PER_MS,
                start.quantileNanos(0.9) / NANOS_PER_MS,
                start.quantileNanos(0.99) / NANOS_PER_MS,
                start.quantileNanos(0.999) / NANOS_PER_MS,
                start.maxNanos() / NANOS_PER_MS);
    }

    private static PolicyRun.ToolCache toolCache(HitStats hits) {
        return new PolicyRun.ToolCache(hits.lookups(), hits.hits(), hits.hitRate());
    }

    private static PolicyRun.Stats stats(MonitorStats monitor) {
        return new PolicyRun.Stats(monitor.asked(), monitor.sent(), monitor.reduction());
    }
}
