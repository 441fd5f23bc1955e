package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static dev.agentperf.pool.PoolFixture.PATIENCE;
import static dev.agentperf.pool.PoolFixture.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ResourceLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryTrimTest {
    private static final long CONTAINER = ResourceLimits.DEFAULT.memoryBytes();
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static long trim(PoolFixture fixture, long bytes) {
        long released = fixture.pool.trim(bytes);
        fixture.scheduler.runDue();
        return released;
    }

    @Test
    void idleContainersOfAllTypes_thoseIdleLongestFirst_untilEnoughIsReleased() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:2").prewarmed();
        fixture.advance(Duration.ofSeconds(1));
        fixture.pool.prewarm(List.of(AgentType.AUTONOMOUS));
        fixture.advance(COLD_START);

        assertThat(trim(fixture, 2 * CONTAINER + 1)).isEqualTo(3 * CONTAINER);

        assertThat(fixture.runtime.alive()).hasSize(1);
        assertThat(fixture.pool.stats(TYPE).idle()).isZero();
        assertThat(fixture.pool.stats(AgentType.AUTONOMOUS).idle()).isEqualTo(1);
        assertThat(fixture.pool.stats().trimmed()).isEqualTo(3);
        assertThat(fixture.pool.stats().idleBytes()).isEqualTo(CONTAINER);
        assertThat(fixture.pool.stats().idleSeconds()).isEqualTo(2 * 1.5);
    }

    @Test
    void pausedContainers_goBeforeReadyOnes() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                        .policy(PoolPolicy.fixed(2))
                        .reuse(Reuse.RESET)
                        .pauseAfter(TEN_MINUTES))
                .prewarmed();
        Lease used = fixture.claim().join().lease();
        fixture.advance(TEN_MINUTES);
        fixture.release(used);
        String paused = fixture.runtime.paused().iterator().next();

        assertThat(trim(fixture, 1)).isEqualTo(CONTAINER);

        assertThat(fixture.runtime.alive()).containsExactly(used.container().id());
        assertThat(paused).isNotEqualTo(used.container().id());
        assertThat(fixture.pool.stats().paused()).isZero();
    }

    @Test
    void containersInUse_stay() {
        PoolFixture fixture = PoolFixture.reset("fixed:3").prewarmed();
        Lease lease = fixture.claim().join().lease();

        assertThat(trim(fixture, Long.MAX_VALUE)).isEqualTo(2 * CONTAINER);

        assertThat(fixture.runtime.alive()).containsExactly(lease.container().id());
        assertThat(fixture.pool.stats().leased()).isEqualTo(1);
        fixture.release(lease);
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
    }

    @Test
    void stock_staysAtWhatWasLeft_forTenMinutes_andThenStandsAgain() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:3").prewarmed();
        trim(fixture, 2 * CONTAINER);

        fixture.pool.review();
        fixture.advance(Duration.ofMinutes(5));
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        fixture.release(fixture.claim().join().lease());
        fixture.advance(COLD_START);
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        fixture.advance(Duration.ofMinutes(5).minus(COLD_START).minusNanos(1));
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        fixture.advance(COLD_START.plusNanos(1));

        assertThat(fixture.pool.stats().idle()).isEqualTo(3);
    }

    @Test
    void claimAfterATrim_isServedCold() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1").prewarmed();
        trim(fixture, CONTAINER);

        Lease lease = fixture.claim(TYPE, PATIENCE).thenApply(Claim::lease).getNow(null);
        assertThat(lease).isNull();
        fixture.advance(COLD_START);

        assertThat(fixture.pool.stats().cold()).isEqualTo(1);
        assertThat(fixture.pool.stats().idle()).isZero();
    }

    @Test
    void keptContainers_goToo_andHoldNoStockDown() {
        PoolFixture fixture = PoolFixture.reset("keepalive:1h");
        fixture.release(fixture.claimWithin(COLD_START));

        assertThat(trim(fixture, CONTAINER)).isEqualTo(CONTAINER);

        assertThat(fixture.runtime.alive()).isEmpty();
        fixture.release(fixture.claimWithin(COLD_START));
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
    }

    @Test
    void emptyPool_releasesNothing() {
        assertThat(PoolFixture.singleUse("fixed:1").pool.trim(Long.MAX_VALUE)).isZero();
    }

    @Test
    void negativeAmount_isRefused() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.pool.trim(-1))
                .withMessage("bytes must not be negative, was -1");
    }
}
