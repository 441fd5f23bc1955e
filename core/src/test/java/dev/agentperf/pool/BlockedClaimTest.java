package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static dev.agentperf.pool.PoolFixture.PATIENCE;
import static dev.agentperf.pool.PoolFixture.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.policy.PoolPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A claim that blocks its thread keeps its own deadline: these pass by the machine's clock, the rest by the test's. */
final class BlockedClaimTest {
    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void ready_isGrantedAtOnce() throws InterruptedException {
        PoolFixture fixture = PoolFixture.reset("fixed:1").prewarmed();

        Lease lease = fixture.pool.acquire(TYPE, PATIENCE).lease();
        assertThat(lease.path()).isEqualTo(StartPath.WARM);
        fixture.release(lease);

        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
    }

    @Test
    void timeOver_isLate_andWhatWasMadeForIt_goesToTheStock() throws InterruptedException {
        PoolFixture fixture = PoolFixture.reset("fixed:1");

        Claim claim = fixture.pool.acquire(TYPE, SOON);
        fixture.advance(COLD_START);

        assertThat(claim).isInstanceOf(Claim.Late.class);
        PoolStats stats = fixture.pool.stats();
        assertThat(stats.late()).isEqualTo(1);
        assertThat(stats.claims()).isEqualTo(1);
        assertThat(stats.waiting()).isZero();
        assertThat(stats.idle()).isPositive().isEqualTo(fixture.runtime.alive().size());
    }

    @Test
    void timeOver_whileAllAreInUse_leavesTheNextReleaseToOthers() throws InterruptedException {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                        .policy(PoolPolicy.fixed(1))
                        .reuse(Reuse.RESET)
                        .maxContainers(1))
                .prewarmed();
        Lease inUse = fixture.claim().join().lease();

        Claim late = fixture.pool.acquire(TYPE, SOON);
        fixture.scheduler.runDue();
        fixture.release(inUse);

        assertThat(late).isInstanceOf(Claim.Late.class);
        assertThat(fixture.pool.tryAcquire(TYPE)).isPresent();
        assertThat(fixture.pool.stats().waiting()).isZero();
    }
}
