package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.testkit.ManualScheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A pool over a fake runtime on a clock that the test moves. */
final class PoolFixture {
    static final Duration COLD_START = Duration.ofMillis(500);
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final AgentType TYPE = AgentType.REACT;

    final ManualScheduler scheduler = new ManualScheduler();
    final FakeRuntime runtime = new FakeRuntime(scheduler, COLD_START);
    final WarmPool pool;

    PoolFixture(PoolConfig.Builder config) {
        pool = WarmPool.create(
                config.build(),
                runtime,
                type -> ContainerSpec.of(type, "fake"),
                PoolListener.NONE,
                scheduler.ticker(),
                scheduler);
    }

    static PoolFixture singleUse(String policy) {
        return new PoolFixture(PoolConfig.builder().policy(PoolPolicy.parse(policy)));
    }

    static PoolFixture reset(String policy) {
        return new PoolFixture(
                PoolConfig.builder().policy(PoolPolicy.parse(policy)).reuse(Reuse.RESET));
    }

    PoolFixture prewarmed() {
        pool.prewarm(List.of(TYPE));
        advance(COLD_START);
        return this;
    }

    void advance(Duration duration) {
        scheduler.advance(duration);
    }

    CompletableFuture<Claim> claim() {
        return claim(TYPE, PATIENCE);
    }

    /** Claims without waiting for what comes of it. */
    void claimUnheard() {
        CompletionStage<Claim> unheard = claim();
        assert unheard != null;
    }

    CompletableFuture<Claim> claim(AgentType type, Duration timeout) {
        CompletableFuture<Claim> claim = pool.acquireAsync(type, timeout).toCompletableFuture();
        scheduler.runDue();
        return claim;
    }

    Lease claimWithin(Duration duration) {
        CompletableFuture<Claim> claim = claim();
        if (!claim.isDone()) {
            advance(duration);
        }
        return claim.join().lease();
    }

    void release(Lease lease) {
        lease.release();
        scheduler.runDue();
    }
}
