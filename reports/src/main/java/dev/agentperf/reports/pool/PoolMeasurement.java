package dev.agentperf.reports.pool;

import static dev.agentperf.reports.model.Target.Sense.AT_MOST;
import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.stats.LatencyRecorder;
import dev.agentperf.stats.LatencySnapshot;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * Measures the warm pool under each {@link Load} that is wanted, on any runtime, after how many containers a second its
 * engine makes.
 *
 * <p>What is measured is the time to interactive: from when a claim should have been made, by its plan, to the first
 * answer of the container's agent. Not thread-safe.
 */
public final class PoolMeasurement {

    /** A pool that delivers less than this share of what the engine can make has collapsed. */
    private static final double UPRIGHT = 0.8;

    private static final String REFILL = "Refill alone";
    private static final double THAWED_P50_MS = 15;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MS_PER_SECOND = 1e3;

    private final Ground ground;
    private final Consumer<String> progress;

    /**
     * Creates a measurement on the system's clock.
     *
     * @param seed what the arrivals are drawn from
     * @param progress hears the title of each load before it begins, and first of the engine's own rate
     */
    public PoolMeasurement(ContainerRuntime runtime, ContainerSpec spec, long seed, Consumer<String> progress) {
        this(
                new Ground(
                        runtime,
                        spec,
                        new RandomStreams(seed),
                        Ticker.system(),
                        Scheduler.system(),
                        new ArrivalTimer(),
                        Awaiting.blocking()),
                progress);
    }

    PoolMeasurement(Ground ground, Consumer<String> progress) {
        this.ground = requireNonNull(ground, "ground");
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Measures the loads that are wanted, as much as the plan says.
     *
     * @throws dev.agentperf.AgentPerfException if the engine cannot make containers at all
     */
    public PoolLoads measure(PoolPlan plan, Set<Load> wanted) {
        PoolFigure refill = refill(plan.refills(), plan.bursts());
        List<PoolLoad> loads = new ArrayList<>();
        loads.add(new PoolLoad(
                REFILL,
                plan.bursts() + " times " + plan.refills() + " containers from nothing, no claims",
                0,
                0,
                0,
                0,
                0,
                null,
                List.of(refill)));
        for (Load load : Load.values()) {
            if (wanted.contains(load)) {
                loads.add(measure(load, plan, refill.measured()));
            }
        }
        return new PoolLoads(
                PoolLoads.SCHEMA_VERSION, ground.runtime().name(), ground.spec().image(), loads);
    }

    private PoolLoad measure(Load load, PoolPlan plan, double refillsPerSecond) {
        progress.accept(load.title());
        OpenLoads open = new OpenLoads(ground, plan);
        BurstLoads burst = new BurstLoads(ground, plan);
        return switch (load) {
            case REUSED -> open.steady(load.title(), Reuse.RESET, plan.perSecond());
            case USED_ONCE -> open.steady(load.title(), Reuse.SINGLE_USE, refillsPerSecond / 2);
            case OVERLOAD -> open.overload(load.title(), refillsPerSecond * 2, refillsPerSecond * UPRIGHT);
            case FULL_STOCK -> burst.onStock(load.title());
            case EMPTY_STOCK ->
                burst.onNothing(load.title(), plan.burst() / (refillsPerSecond * UPRIGHT) * MS_PER_SECOND);
            case PAUSED -> thawed(load.title(), plan.thaws());
        };
    }

    /* The loads that follow are told by this rate, and the first containers of a process take longer than all others. */
    private PoolFigure refill(int count, int times) {
        progress.accept(REFILL);
        return Spread.median(
                "containers made a second",
                "/s",
                DoubleStream.generate(() -> refillRate(count)).limit(times).toArray());
    }

    private double refillRate(int count) {
        long begunNanos = ground.ticker().read();
        WarmPool pool = ground.filled(Ground.config("fixed:" + count, Reuse.SINGLE_USE, count));
        long nanos = Math.max(1, ground.ticker().read() - begunNanos);
        ground.close(pool);
        return count / (nanos / NANOS_PER_SECOND);
    }

    private PoolLoad thawed(String name, int count) {
        LatencySnapshot times = thaw(count);
        return new PoolLoad(
                name,
                "one after the other, on the runtime itself",
                count,
                count,
                0,
                0,
                0,
                null,
                List.of(
                        Spread.quantile("time to interactive, p50", times, 0.5)
                                .demanding(AT_MOST, THAWED_P50_MS)
                                .beside("20 to 50 ms: aerol"),
                        Spread.quantile("time to interactive, p99", times, 0.99)));
    }

    private LatencySnapshot thaw(int count) {
        ContainerRuntime runtime = ground.runtime();
        Container container = ground.await(runtime.create(ground.spec()));
        LatencyRecorder times = new LatencyRecorder();
        for (int i = 0; i < count; i++) {
            ground.await(runtime.pause(container));
            long begunNanos = ground.ticker().read();
            ground.await(runtime.unpause(container));
            ground.await(runtime.message(container, "ping"));
            times.recordNanos(ground.ticker().read() - begunNanos);
        }
        ground.await(runtime.destroy(container));
        return times.snapshot();
    }
}
