package dev.agentperf.reports.pool;

import static dev.agentperf.reports.model.Target.Sense.AT_LEAST;
import static dev.agentperf.reports.model.Target.Sense.AT_MOST;
import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolStats;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.time.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Claims that come by a Poisson process, on a pool that sizes itself. */
final class OpenLoads {
    private static final String POLICY = "slo:0.99";

    /** Many times what the loads need in the mean. */
    private static final int CEILING = 200;

    private static final double WARM_RATE = 0.985;
    private static final double P50_MS = 1;
    private static final double P99_MS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Ground ground;
    private final PoolPlan plan;

    OpenLoads(Ground ground, PoolPlan plan) {
        this.ground = requireNonNull(ground, "ground");
        this.plan = requireNonNull(plan, "plan");
    }

    /** Claims that a pool can serve: how warm it is and how fast. */
    PoolLoad steady(String name, Reuse reuse, double perSecond) {
        Run run = run(config(reuse), perSecond, plan.warmUpAt(perSecond), plan.steadyAt(perSecond));
        ClaimTally.Counts counts = run.counts;
        return load(
                name,
                run,
                List.of(
                        Spread.share("warm rate", counts.warm().count(), counts.claims())
                                .demanding(AT_LEAST, WARM_RATE),
                        Spread.quantile("time to interactive, warm, p50", counts.warm(), 0.5)
                                .demanding(AT_MOST, P50_MS)
                                .beside("92 ms: agent-sandbox, 45 claims/s"),
                        Spread.quantile("time to interactive, warm, p99", counts.warm(), 0.99)
                                .demanding(AT_MOST, P99_MS)
                                .beside("376 ms: agent-sandbox, 45 claims/s"),
                        Spread.quantile("time to interactive, warm, p99.9", counts.warm(), 0.999),
                        Spread.quantile("claims made behind their plan, p99", counts.lag(), 0.99)));
    }

    /**
     * More claims than the engine can make containers for: whether the pool goes on.
     *
     * @param leastPerSecond how many claims a second it must serve all the same
     */
    PoolLoad overload(String name, double perSecond, double leastPerSecond) {
        PoolConfig config = config(Reuse.SINGLE_USE);
        Run run = run(config, perSecond, Duration.ZERO, plan.overload());
        ClaimTally.Counts counts = run.counts;
        PoolFigure rate = Spread.median("claims served a second, until the last", "/s", counts.served() / run.seconds);
        return load(
                name,
                run,
                List.of(
                        rate.demanding(AT_LEAST, leastPerSecond),
                        Spread.share("claims served", counts.served(), counts.claims())
                                .demanding(AT_LEAST, 1),
                        Spread.quantile("time to interactive, cold, p50", counts.cold(), 0.5),
                        Spread.quantile("time to interactive, cold, p99", counts.cold(), 0.99)));
    }

    private static PoolConfig config(Reuse reuse) {
        return Ground.config(POLICY, reuse, CEILING);
    }

    private Run run(PoolConfig config, double perSecond, Duration warmUp, Duration length) {
        WarmPool pool = ground.filled(config);
        warmUp(pool, perSecond, warmUp);
        OpenLoop loop = loop(pool, perSecond, length, "claims");
        long begunNanos = ground.ticker().read();
        loop.start();
        ground.await(loop.arrived());
        PoolStats atHeight = pool.stats();
        ground.await(loop.settled());
        double seconds = (ground.ticker().read() - begunNanos) / NANOS_PER_SECOND;
        String limitedBy = Bottleneck.of(config, atHeight, pool.stats());
        ground.close(pool);
        return new Run(regime(config, perSecond, warmUp, length), loop.counts(), limitedBy, seconds);
    }

    /* Ends when every claim of it is answered and the stock that it taught stands ready: what a pool that has just been
     * started goes through is not part of the figures. */
    private void warmUp(WarmPool pool, double perSecond, Duration length) {
        OpenLoop loop = loop(pool, perSecond, length, "warm-up");
        loop.start();
        ground.await(loop.settled());
        ground.fill(pool);
    }

    private OpenLoop loop(WarmPool pool, double perSecond, Duration length, String stream) {
        return new OpenLoop(
                ground.claimer(pool, plan.hold()),
                new PoissonArrivals(perSecond, ground.randoms().stream(stream)),
                length,
                ground.ticker(),
                ground.arrivals());
    }

    private String regime(PoolConfig config, double perSecond, Duration warmUp, Duration length) {
        return String.format(
                Locale.ROOT,
                "Poisson, %.3g claims/s for %s after %s of warm-up, %s, %s, held for %s, at most %d containers and %d starts at once",
                perSecond,
                Durations.format(length),
                Durations.format(warmUp),
                config.policy().name(),
                config.reuse(),
                Durations.format(plan.hold()),
                config.maxContainers(),
                ground.runtime().startsAtOnce());
    }

    private static PoolLoad load(String name, Run run, List<PoolFigure> figures) {
        ClaimTally.Counts counts = run.counts;
        return new PoolLoad(
                name,
                run.regime,
                counts.claims(),
                counts.warm().count(),
                counts.cold().count(),
                counts.late(),
                counts.failed(),
                run.limitedBy,
                figures);
    }

    /** What came of open arrivals, what limited them, and for how long claims were served. */
    private record Run(
            String regime,
            ClaimTally.Counts counts,
            @Nullable String limitedBy,
            double seconds) {}
}
