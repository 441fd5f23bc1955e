package dev.agentperf.reports.starts;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentPerfException;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.stats.LatencyRecorder;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Measures the time to interactive on each way of starting: from the claim to the first answer of the resident agent.
 *
 * <p>Starts of one kind run one after the other, so that each has the machine to itself but for the pool's own refills,
 * which a production pool has too. Not thread-safe.
 */
public final class StartMeasurement {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int STOCK = 5;
    private static final String GREETING = "ping";

    private final ContainerRuntime runtime;
    private final ContainerSpec spec;
    private final Ticker ticker;
    private final Runnable progress;

    /**
     * Creates a measurement.
     *
     * @param progress runs after each start
     */
    public StartMeasurement(ContainerRuntime runtime, ContainerSpec spec, Ticker ticker, Runnable progress) {
        this.runtime = requireNonNull(runtime, "runtime");
        this.spec = requireNonNull(spec, "spec");
        this.ticker = requireNonNull(ticker, "ticker");
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Measures what the plan says.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Starts measure(StartPlan plan) throws InterruptedException {
        List<StartPath> paths = new ArrayList<>();
        if (plan.cold() > 0) {
            paths.add(cold(plan.cold()));
        }
        if (plan.warm() > 0) {
            paths.add(warm(plan.warm()));
        }
        if (plan.paused() > 0) {
            paths.add(paused(plan.paused()));
        }
        if (plan.exec() > 0) {
            paths.add(exec(plan.exec()));
        }
        return new Starts(Starts.SCHEMA_VERSION, runtime.name(), spec.image(), paths);
    }

    private StartPath cold(int count) throws InterruptedException {
        Series series = new Series("cold");
        try (WarmPool pool = pool(0)) {
            for (int i = 0; i < count; i++) {
                claim(pool, series);
            }
        }
        return series.path();
    }

    private StartPath warm(int count) throws InterruptedException {
        Series series = new Series("warm-live");
        try (WarmPool pool = pool(STOCK)) {
            for (int i = 0; i < count; i++) {
                if (i % STOCK == 0) {
                    await(pool.prewarm(List.of(spec.type())));
                }
                claim(pool, series);
            }
        }
        return series.path();
    }

    private StartPath paused(int count) throws InterruptedException {
        Series series = new Series("warm-paused");
        Container container = await(runtime.create(spec));
        try {
            for (int i = 0; i < count; i++) {
                await(runtime.pause(container));
                series.time(() -> {
                    await(runtime.unpause(container));
                    await(runtime.message(container, GREETING, PATIENCE));
                });
            }
        } finally {
            await(runtime.destroy(container));
        }
        return series.path();
    }

    private StartPath exec(int count) throws InterruptedException {
        Series series = new Series("exec");
        Container container = await(runtime.create(spec));
        List<String> command = runtime.onceCommand(container, GREETING);
        try {
            for (int i = 0; i < count; i++) {
                series.time(() ->
                        requireSuccess(await(runtime.exec(container, command)).exitCode()));
            }
        } finally {
            await(runtime.destroy(container));
        }
        return series.path();
    }

    private static void requireSuccess(int exitCode) {
        if (exitCode != 0) {
            throw new ContainerException("exec must end with exit code 0, was " + exitCode);
        }
    }

    private WarmPool pool(int stock) {
        PoolConfig config = PoolConfig.builder().policy(PoolPolicy.fixed(stock)).build();
        return WarmPool.create(config, runtime, type -> spec);
    }

    private void claim(WarmPool pool, Series series) throws InterruptedException {
        List<Lease> leases = new ArrayList<>(1);
        series.time(() -> {
            leases.add(pool.acquire(spec.type(), PATIENCE).lease());
            await(leases.get(0).message(GREETING));
        });
        leases.forEach(Lease::release);
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof AgentPerfException known) {
                throw known;
            }
            throw failed;
        }
    }

    /** A start that is timed. */
    private interface Start {
        void run() throws InterruptedException;
    }

    /** The starts of one kind. */
    private final class Series {
        private final String name;
        private final LatencyRecorder recorder = new LatencyRecorder();
        private long failures;

        Series(String name) {
            this.name = name;
        }

        void time(Start start) throws InterruptedException {
            long begun = ticker.read();
            try {
                start.run();
                recorder.recordNanos(ticker.read() - begun);
            } catch (AgentPerfException failed) {
                failures++;
            }
            progress.run();
        }

        StartPath path() {
            return StartPath.of(name, recorder.snapshot(), failures);
        }
    }
}
