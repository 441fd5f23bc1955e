package dev.agentperf.simulator.replay;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolListener;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * The shipped pool as a queue: Poisson claims, reused containers that never expire, and what theorems speak of: how
 * many are there when a claim comes, how many over time, how long each waits and stays.
 */
final class QueueTrial {
    private static final int WARM_UP = 2_000;

    private final Engine engine = new Engine(0);
    private final WarmPool pool;
    private final List<Double> seen = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();
    private double staysSeconds;
    private int inside;
    private double insideSeconds;
    private double measuredSeconds;
    private long changedNanos;
    private boolean measuring;

    /** Creates a queue of this many servers, which stand ready. */
    QueueTrial(int servers) {
        PoolConfig config = PoolConfig.builder()
                .policy(PoolPolicy.fixed(servers))
                .reuse(Reuse.RESET)
                .maxContainers(servers)
                .maxWaiting(Integer.MAX_VALUE)
                .refillParallelism(servers)
                .refillsPerSecond(Double.POSITIVE_INFINITY)
                .maxUses(Integer.MAX_VALUE)
                .build();
        SimulatedRuntime runtime = new SimulatedRuntime(engine, World.ideal(Duration.ofSeconds(1)), Duration.ZERO, 1);
        pool = WarmPool.create(
                config, runtime, type -> ContainerSpec.of(type, "image"), PoolListener.NONE, engine, engine);
        pool.prewarm(List.of(AgentType.REACT));
        engine.runUntil(10_000_000_000L);
    }

    /** Lets so many claims come, each for a time that is drawn. */
    QueueTrial run(int claims, double perSecond, ToDoubleFunction<RandomGenerator> serviceSeconds) {
        RandomGenerator random = new RandomStreams(11).stream("queue");
        double atSeconds = 10;
        for (int i = 0; i < claims; i++) {
            atSeconds += random.nextExponential() / perSecond;
            engine.runUntil(Math.round(atSeconds * 1e9));
            measuring = i >= WARM_UP;
            claim(serviceSeconds.applyAsDouble(random));
        }
        return this;
    }

    private void claim(double serviceSeconds) {
        boolean counted = measuring;
        long cameNanos = engine.read();
        if (counted) {
            seen.add((double) inside);
        }
        change(1);
        pool.acquireAsync(AgentType.REACT, Engine.FOREVER).thenAccept(claim -> {
            double waited = (engine.read() - cameNanos) / 1e9;
            engine.schedule(Duration.ofNanos(Math.round(serviceSeconds * 1e9)), () -> {
                leave(claim);
                if (counted) {
                    waits.add(waited);
                    staysSeconds += waited + serviceSeconds;
                }
            });
        });
        engine.runSoon();
    }

    private void leave(Claim claim) {
        change(-1);
        claim.lease().release();
    }

    private void change(int by) {
        if (measuring) {
            double seconds = (engine.read() - changedNanos) / 1e9;
            insideSeconds += inside * seconds;
            measuredSeconds += seconds;
        }
        changedNanos = engine.read();
        inside += by;
    }

    /** Returns how many were inside when each claim came. */
    List<Double> seenByClaims() {
        return seen;
    }

    /** Returns how long each claim waited, in seconds. */
    List<Double> waits() {
        return waits;
    }

    double meanStaySeconds() {
        return staysSeconds / waits.size();
    }

    /** Returns how many were inside, in the mean over time. */
    double meanInside() {
        return insideSeconds / measuredSeconds;
    }
}
