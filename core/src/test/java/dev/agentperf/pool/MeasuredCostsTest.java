package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.testkit.ManualScheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class MeasuredCostsTest {
    private static final AgentType TYPE = AgentType.REACT;

    private final ManualScheduler scheduler = new ManualScheduler();
    private int specsMade;
    private final WarmPool pool = WarmPool.create(
            PoolConfig.builder()
                    .policy(PoolPolicy.parse("adaptive:300"))
                    .reuse(Reuse.RESET)
                    .build(),
            new FakeRuntime(scheduler, PoolFixture.COLD_START),
            this::spec,
            PoolListener.NONE,
            scheduler.ticker(),
            scheduler);

    private ContainerSpec spec(AgentType type) {
        specsMade++;
        return ContainerSpec.of(type, "fake");
    }

    /** To make one may mean to predict. */
    @Test
    void claimThatFindsAContainer_makesNoSpecification_thoughItsPolicyAsksForCosts() {
        claim().lease().release();
        scheduler.advance(Duration.ofSeconds(1));
        int made = specsMade;

        Claim second = claim();
        second.lease().release();
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(second.lease().path()).isEqualTo(StartPath.WARM);
        assertThat(made).isPositive();
        assertThat(specsMade).isEqualTo(made);
    }

    private Claim claim() {
        CompletableFuture<Claim> claim =
                pool.acquireAsync(TYPE, Duration.ofSeconds(10)).toCompletableFuture();
        scheduler.advance(PoolFixture.COLD_START);
        return claim.join();
    }
}
