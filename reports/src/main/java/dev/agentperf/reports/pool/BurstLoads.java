package dev.agentperf.reports.pool;

import static dev.agentperf.reports.model.Target.Sense.AT_LEAST;
import static dev.agentperf.reports.model.Target.Sense.AT_MOST;
import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.reports.model.Target;
import dev.agentperf.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Many claims at once, several times over, each time on a new pool. */
final class BurstLoads {
    private static final double STOCKED_MS = 100;

    /** As many containers as an engine starts at once without thrashing: the other claims wait for room. */
    private static final int AT_ONCE = 32;

    private final Ground ground;
    private final PoolPlan plan;

    BurstLoads(Ground ground, PoolPlan plan) {
        this.ground = requireNonNull(ground, "ground");
        this.plan = requireNonNull(plan, "plan");
    }

    /** A burst that finds a container for each of its claims. */
    PoolLoad onStock(String name) {
        List<ClaimTally.Counts> bursts = fire("fixed:" + plan.burst(), 2 * plan.burst());
        PoolFigure wall = wall(bursts).demanding(AT_MOST, STOCKED_MS).beside("765 ms: archil, burst of 100, remote");
        return load(name, "fixed:" + plan.burst(), bursts, wall, null);
    }

    /**
     * A burst that finds none.
     *
     * @param mostMs until when the last claim must have been served
     */
    PoolLoad onNothing(String name, double mostMs) {
        List<ClaimTally.Counts> bursts = fire("fixed:0", AT_ONCE);
        return load(
                name,
                "fixed:0, at most " + AT_ONCE + " containers",
                bursts,
                wall(bursts).demanding(AT_MOST, mostMs),
                "the engine: every container is made for its claim");
    }

    private List<ClaimTally.Counts> fire(String policy, int ceiling) {
        List<ClaimTally.Counts> bursts = new ArrayList<>();
        PoolConfig config = Ground.config(policy, Reuse.SINGLE_USE, ceiling);
        for (int i = 0; i < plan.bursts(); i++) {
            WarmPool pool = ground.filled(config);
            ClaimTally tally = new ClaimTally();
            ground.await(new Burst(ground.claimer(pool, plan.hold()), ground.ticker(), tally).fire(plan.burst()));
            ground.close(pool);
            bursts.add(tally.counts());
        }
        return bursts;
    }

    /* All clocks of a burst start at once: the longest time is the burst's. */
    private static PoolFigure wall(List<ClaimTally.Counts> bursts) {
        return Spread.median(
                "until the last first answer",
                Target.MS,
                bursts.stream()
                        .mapToDouble(counts ->
                                Math.max(counts.warm().maxNanos(), counts.cold().maxNanos()) / Spread.NANOS_PER_MS)
                        .toArray());
    }

    private PoolLoad load(
            String name, String policy, List<ClaimTally.Counts> bursts, PoolFigure wall, @Nullable String limitedBy) {
        long served = sum(bursts, ClaimTally.Counts::served);
        long claims = sum(bursts, ClaimTally.Counts::claims);
        return new PoolLoad(
                name,
                plan.bursts() + " times " + plan.burst() + " claims at once, " + policy + ", SINGLE_USE, held for "
                        + Durations.format(plan.hold()),
                claims,
                sum(bursts, counts -> counts.warm().count()),
                sum(bursts, counts -> counts.cold().count()),
                sum(bursts, ClaimTally.Counts::late),
                sum(bursts, ClaimTally.Counts::failed),
                limitedBy,
                List.of(wall, Spread.share("claims served", served, claims).demanding(AT_LEAST, 1)));
    }

    private static long sum(List<ClaimTally.Counts> bursts, ToLongFunction<ClaimTally.Counts> count) {
        return bursts.stream().mapToLong(count).sum();
    }
}
