package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static dev.agentperf.pool.PoolFixture.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ResourceLimits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code adaptive} has ready for claims that nothing foretells. */
final class ReserveOrdersTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    /* 4 GB-seconds buy a second of cold start, which takes half of one; a container is as large as its limit. */
    private static final double HALF_A_COLD_START = 4 * 0.5 / (ResourceLimits.DEFAULT.memoryBytes() / 1e9) / 2;

    private static PoolFixture announced(Reuse reuse) {
        return new PoolFixture(PoolConfig.builder()
                        .policy(PoolPolicy.parse("adaptive:4"))
                        .reuse(reuse))
                .prewarmed();
    }

    @ParameterizedTest
    @EnumSource(Reuse.class)
    void announcedType_isReadyForItsFirstClaim(Reuse reuse) {
        PoolFixture fixture = announced(reuse);

        assertThat(fixture.claim().join().lease().path()).isEqualTo(StartPath.WARM);
    }

    @ParameterizedTest
    @EnumSource(Reuse.class)
    void reserveThatNobodyClaims_costsHalfAColdStart(Reuse reuse) {
        PoolFixture fixture = announced(reuse);
        fixture.advance(LONG);

        assertThat(fixture.pool.stats().idle()).isZero();
        assertThat(fixture.pool.stats().idleSeconds()).isEqualTo(HALF_A_COLD_START, offset(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Reuse.class)
    void typeAnnouncedTwice_hasOneReserve(Reuse reuse) {
        PoolFixture fixture = announced(reuse);
        fixture.pool.prewarm(List.of(TYPE));
        fixture.advance(COLD_START);

        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
    }

    @Test
    void typeThatGrows_isReadyForOneMore() {
        PoolFixture fixture = announced(Reuse.RESET);
        CompletableFuture<Claim> unused = fixture.claim();
        fixture.claimWithin(COLD_START);
        fixture.advance(COLD_START);

        assertThat(fixture.claim().join().lease().path()).isEqualTo(StartPath.WARM);
    }

    @Test
    void priceOfNothing_hasNoReserve() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder().policy(PoolPolicy.parse("adaptive:0"))).prewarmed();

        assertThat(fixture.runtime.creates()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Reuse.class)
    void overload_leavesNoOrdersBehindThatNobodyWantsAnyMore(Reuse reuse) {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.parse("adaptive:4"))
                .reuse(reuse)
                .maxContainers(2)
                .maxWaiting(1_000));
        Deque<CompletableFuture<Claim>> claims = new ArrayDeque<>();
        for (int claim = 0; claim < 200; claim++) {
            claims.add(fixture.claim());
        }
        while (!claims.isEmpty()) {
            fixture.advance(COLD_START);
            while (!claims.isEmpty() && claims.getFirst().isDone()) {
                fixture.release(claims.removeFirst().join().lease());
            }
        }
        int created = fixture.runtime.creates();
        fixture.advance(LONG);

        assertThat(fixture.pool.stats().idle()).isZero();
        assertThat(fixture.runtime.creates() - created).isLessThanOrEqualTo(2 * 2);
    }
}
