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
        PoolFixture fixture = reused();
        String id = claimAndDrop(fixture);

        awaitDropped(fixture);
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

    @Test
    void leaseThatNobodyHolds_isFound_thoughAnEarlierOneIsKept() {
        PoolFixture fixture = reused();
        Lease earlier = claim(fixture);
        release(fixture, earlier);
        claimAndDrop(fixture);

        awaitDropped(fixture);

        assertThat(fixture.pool.stats().dropped()).isEqualTo(1);
        earlier.release();
        assertThat(fixture.pool.stats().leased()).isZero();
    }

    @Test
    void leaseThatIsHeld_isNotEnded_whateverWasCollectedBefore() {
        PoolFixture fixture = reused();
        for (int cycle = 0; cycle < 200; cycle++) {
            release(fixture, claim(fixture));
            if (cycle % 50 == 0) {
                Garbage.collect();
            }
        }
        Lease held = claim(fixture);

        // One of another pool, dropped later, is found later: by then all that was garbage before has been looked at.
        PoolFixture other = reused();
        claimAndDrop(other);
        awaitDropped(other);
        fixture.scheduler.runDue();

        assertThat(fixture.pool.stats().dropped()).isZero();
        assertThat(fixture.pool.stats().leased()).isEqualTo(1);
        held.release();
        assertThat(fixture.pool.stats().leased()).isZero();
    }

    private static PoolFixture reused() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(1))
                .reuse(Reuse.RESET)
                .maxUses(Integer.MAX_VALUE)
                .leaseOrigin(LeaseOrigin.STACK));
        fixture.prewarmed();
        return fixture;
    }

    private static void awaitDropped(PoolFixture fixture) {
        while (fixture.pool.stats().dropped() == 0) {
            Garbage.collect();
            fixture.scheduler.runDue();
        }
    }

    /* It is ready again when its reset is over. */
    private static void release(PoolFixture fixture, Lease lease) {
        lease.release();
        fixture.advance(COLD_START);
    }

    private static Lease claim(PoolFixture fixture) {
        return fixture.pool.tryAcquire(PoolFixture.TYPE).orElseThrow();
    }

    /* Through tryAcquire, for the fixture keeps all other claims. */
    private static String claimAndDrop(PoolFixture fixture) {
        return claim(fixture).container().id();
    }
}
