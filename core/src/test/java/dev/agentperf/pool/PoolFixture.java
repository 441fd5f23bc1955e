package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pool over a fake runtime on a clock that the test moves. */
final class PoolFixture {
    static final Duration COLD_START = Duration.ofMillis(500);
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final AgentType TYPE = AgentType.REACT;

    final ManualScheduler scheduler = new ManualScheduler();
    final FakeRuntime runtime = new FakeRuntime(scheduler, COLD_START);
    final List<Throwable> dropped = new ArrayList<>();
    final WarmPool pool;

    /* A lease that nobody holds any more would be found and taken back. */
    private final List<CompletableFuture<Claim>> claims = new ArrayList<>();

    PoolFixture(PoolConfig.Builder config) {
        this(config, Integer.MAX_VALUE);
    }

    PoolFixture(PoolConfig.Builder config, int startsAtOnce) {
        runtime.startsAtOnce(startsAtOnce);
        PoolListener listener = new PoolListener() {
            @Override
            public void leaseDropped(Container container, @Nullable Throwable origin) {
                if (origin != null) {
                    dropped.add(origin);
                }
            }
        };
        pool = WarmPool.create(
                config.build(),
                runtime,
                type -> ContainerSpec.of(type, "fake"),
                listener,
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

    CompletableFuture<Claim> claim(AgentType type, Duration timeout) {
        return claim(ClaimRequest.of(type, timeout));
    }

    CompletableFuture<Claim> claim(ClaimRequest request) {
        CompletableFuture<Claim> claim = pool.acquireAsync(request).toCompletableFuture();
        claims.add(claim);
        scheduler.runDue();
        return claim;
    }

    /** Claims so many times, and returns what comes of it in the same order. */
    List<CompletableFuture<Claim>> claims(int count) {
        return Stream.generate(this::claim).limit(count).toList();
    }

    CompletableFuture<Claim> claimFor(String tenant) {
        return claim(ClaimRequest.of(TYPE, PATIENCE).forTenant(tenant));
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
