package dev.agentperf.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.testkit.Garbage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DroppedLeaseTest {
    private static final Duration COLD_START = PoolFixture.COLD_START;

    @Test
    void leaseThatNobodyHolds_isFound_andItsContainerIsEnded() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(1))
                .reuse(Reuse.RESET)
                .leaseOrigin(LeaseOrigin.STACK));
        fixture.prewarmed();
        String id = claimAndDrop(fixture);

        while (fixture.pool.stats().dropped() == 0) {
            Garbage.collect();
            fixture.scheduler.runDue();
        }
        fixture.advance(COLD_START);

        assertThat(fixture.pool.stats().dropped()).isEqualTo(1);
        assertThat(fixture.pool.stats().leased()).isZero();
        assertThat(fixture.runtime.alive()).hasSize(1).doesNotContain(id);
        assertThat(fixture.dropped).singleElement().satisfies(origin -> {
            assertThat(origin).hasMessageContaining(Thread.currentThread().getName());
            assertThat(origin.getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("claimAndDrop"));
        });
    }

    /* Through tryAcquire, for the fixture keeps all other claims. */
    private static String claimAndDrop(PoolFixture fixture) {
        return fixture.pool
                .tryAcquire(PoolFixture.TYPE)
                .orElseThrow()
                .container()
                .id();
    }
}
