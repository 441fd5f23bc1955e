package dev.agentperf.reports.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolListener;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What every load stands on.
 *
 * @param runtime where containers are made
 * @param spec what they are
 * @param randoms what arrivals are drawn from
 * @param ticker the clock
 * @param scheduler what the pool and those who hold its containers run on
 * @param arrivals the timers of claims, which do not block
 * @param awaiting how the measuring thread waits
 */
record Ground(
        ContainerRuntime runtime,
        ContainerSpec spec,
        RandomStreams randoms,
        Ticker ticker,
        Scheduler scheduler,
        Scheduler arrivals,
        Awaiting awaiting) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Ground {
        requireNonNull(runtime, "runtime");
        requireNonNull(spec, "spec");
        requireNonNull(randoms, "randoms");
        requireNonNull(ticker, "ticker");
        requireNonNull(scheduler, "scheduler");
        requireNonNull(arrivals, "arrivals");
        requireNonNull(awaiting, "awaiting");
    }

    /**
     * Returns the settings of a pool that no rate of its own holds back.
     *
     * @param ceiling the most containers at once: what keeps claims that find none from asking more of the engine than
     *     it can do at a time
     */
    static PoolConfig config(String policy, Reuse reuse, int ceiling) {
        return PoolConfig.builder()
                .policy(PoolPolicy.parse(policy))
                .reuse(reuse)
                .maxContainers(ceiling)
                .refillsPerSecond(Double.POSITIVE_INFINITY)
                .build();
    }

    /** Returns a pool whose stock stands ready. */
    WarmPool filled(PoolConfig config) {
        WarmPool pool = WarmPool.create(config, runtime, type -> spec, PoolListener.NONE, ticker, scheduler);
        fill(pool);
        return pool;
    }

    /** Waits until the stock that the pool's policy wants stands ready. */
    void fill(WarmPool pool) {
        await(pool.prewarm(List.of(spec.type())));
    }

    /** Returns a claimer of that pool's containers, whose claims wait for a minute at most. */
    Claimer claimer(WarmPool pool, Duration hold) {
        return new Claimer(pool, spec.type(), PATIENCE, hold, ticker, scheduler);
    }

    /** Closes a pool and waits until its containers are gone. */
    void close(WarmPool pool) {
        await(pool.closeAsync());
    }

    <T> T await(CompletionStage<T> stage) {
        return awaiting.await(stage);
    }
}
