package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ResourceLimits;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.testkit.ManualScheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class UnusableSpecTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AgentType STARVED = AgentType.AUTONOMOUS;
    private static final AgentType SOUND = AgentType.REACT;

    private final ManualScheduler scheduler = new ManualScheduler();
    private final WarmPool pool = WarmPool.create(
            PoolConfig.builder().policy(PoolPolicy.fixed(1)).build(),
            new FakeRuntime(scheduler, PoolFixture.COLD_START),
            UnusableSpecTest::spec,
            PoolListener.NONE,
            scheduler.ticker(),
            scheduler);

    private static ContainerSpec spec(AgentType type) {
        ContainerSpec spec = ContainerSpec.of(type, "fake");
        return type.equals(STARVED) ? spec.withLimits(ResourceLimits.DEFAULT.withMemoryBytes(1 << 20)) : spec;
    }

    @Test
    void memoryBelowTheEnginesMinimum_failsItsClaimWithRuleAndValue_andThePoolGoesOn() {
        pool.prewarm(List.of(STARVED, SOUND));
        scheduler.advance(PoolFixture.COLD_START);

        Claim starved = claim(STARVED).join();
        CompletableFuture<Claim> sound = claim(SOUND);

        assertThat(starved)
                .isInstanceOfSatisfying(
                        Claim.Failed.class,
                        failed -> assertThat(failed.cause())
                                .hasMessageContaining("memoryBytes must be at least 6291456, was 1048576"));
        assertThat(sound.join().lease().path()).isEqualTo(StartPath.WARM);
    }

    private CompletableFuture<Claim> claim(AgentType type) {
        CompletableFuture<Claim> claim = pool.acquireAsync(type, PATIENCE).toCompletableFuture();
        scheduler.advance(PoolFixture.COLD_START);
        return claim;
    }
}
