package dev.agentperf.jmh.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.PoolListener;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.List;

/** Our pool with resets that take no time: what is left is the claim, the hand-over and the figures it keeps. */
final class OurCycle implements ClaimCycle {
    private static final Duration PATIENCE = Duration.ofSeconds(PATIENCE_SECONDS);

    private final WarmPool pool;

    /** Creates a full pool that reads the time from {@code ticker}. */
    OurCycle(Ticker ticker) {
        pool = WarmPool.create(
                PoolConfig.builder()
                        .policy(PoolPolicy.fixed(STOCK))
                        .reuse(Reuse.RESET)
                        .maxContainers(STOCK)
                        .maxWaiting(Integer.MAX_VALUE)
                        .maxUses(Integer.MAX_VALUE)
                        .refillsPerSecond(Double.POSITIVE_INFINITY)
                        .build(),
                new InstantRuntime(),
                type -> ContainerSpec.of(type, "instant"),
                PoolListener.NONE,
                ticker,
                Scheduler.system());
        pool.prewarm(List.of(AgentType.REACT)).toCompletableFuture().join();
    }

    /** The same pool, for claims of other kinds. */
    WarmPool pool() {
        return pool;
    }

    @Override
    public Object claimAndRelease(Runnable whileHeld) throws InterruptedException {
        try (var lease = pool.acquire(AgentType.REACT, PATIENCE).lease()) {
            whileHeld.run();
            return lease.container();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
