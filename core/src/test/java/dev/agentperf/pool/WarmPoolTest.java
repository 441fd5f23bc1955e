package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static dev.agentperf.pool.PoolFixture.PATIENCE;
import static dev.agentperf.pool.PoolFixture.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WarmPoolTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void claim_onReadyStock_isWarmAndReplacedOneColdStartLater() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:2").prewarmed();

        Lease lease = fixture.claim().join().lease();

        assertThat(lease.path()).isEqualTo(StartPath.WARM);
        assertThat(lease.waited()).isZero();
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        fixture.advance(COLD_START.minusNanos(1));
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        fixture.advance(Duration.ofNanos(1));
        assertThat(fixture.pool.stats().idle()).isEqualTo(2);
    }

    @Test
    void claim_onEmptyStock_startsColdOutsideTheStock() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1").prewarmed();
        Lease warm = fixture.claim().join().lease();
        fixture.advance(Duration.ofMillis(200));

        CompletableFuture<Claim> cold = fixture.claim();
        fixture.advance(Duration.ofMillis(300));

        // The replacement of the warm one is ready and stays in the stock; the cold claim waits for its own container.
        assertThat(cold).isNotDone();
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        fixture.advance(Duration.ofMillis(200));
        assertThat(cold.join().lease().path()).isEqualTo(StartPath.COLD);
        assertThat(cold.join().lease().waited()).isEqualTo(COLD_START);
        assertThat(warm.container()).isNotEqualTo(cold.join().lease().container());
    }

    @Test
    void singleUse_container_isDestroyedAfterItsUseAndNeverHandedOutAgain() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1").prewarmed();
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 20; i++) {
            Lease lease = fixture.claimWithin(COLD_START);
            assertThat(seen.add(lease.container().id())).isTrue();
            fixture.release(lease);
            assertThat(fixture.runtime.alive()).doesNotContain(lease.container().id());
        }
    }

    @Test
    void release_twice_countsOnce() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1").prewarmed();
        Lease lease = fixture.claim().join().lease();

        fixture.release(lease);
        fixture.release(lease);

        assertThat(fixture.pool.stats().leased()).isZero();
        assertThat(fixture.pool.stats().retired()).isEqualTo(1);
    }

    @Test
    void burst_ofHundredOnEmptyPool_startsAllAtOnce() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:0");
        List<CompletableFuture<Claim>> claims = new ArrayList<>();

        for (int i = 0; i < 100; i++) {
            claims.add(fixture.claim());
            fixture.advance(Duration.ofMillis(10));
        }
        fixture.advance(COLD_START);

        assertThat(claims)
                .allSatisfy(claim -> assertThat(claim.join().lease().waited()).isEqualTo(COLD_START));
        assertThat(fixture.pool.stats().start().quantileNanos(0.99)).isLessThanOrEqualTo(600_000_000L);
    }

    @Test
    void reset_cleanContainer_servesAgain() {
        PoolFixture fixture = PoolFixture.reset("fixed:1").prewarmed();
        Lease first = fixture.claim().join().lease();
        fixture.release(first);

        Lease second = fixture.claim().join().lease();

        assertThat(second.container()).isEqualTo(first.container());
        assertThat(second.path()).isEqualTo(StartPath.WARM);
        assertThat(fixture.pool.stats().created()).isEqualTo(1);
    }

    @Test
    void reset_containerThatCannotBeProvedClean_isDestroyedAndReplaced() {
        PoolFixture fixture = PoolFixture.reset("fixed:1").prewarmed();
        fixture.runtime.dirty(true);
        Lease first = fixture.claim().join().lease();

        fixture.release(first);
        fixture.advance(COLD_START);

        assertThat(fixture.pool.stats().quarantined()).isEqualTo(1);
        assertThat(fixture.runtime.alive())
                .hasSize(1)
                .doesNotContain(first.container().id());
    }

    @Test
    void reset_claimedStock_isNotReplacedBecauseItComesBack() {
        PoolFixture fixture = PoolFixture.reset("fixed:2").prewarmed();
        List<CompletableFuture<Claim>> inUse = fixture.claims(2);

        fixture.advance(SECOND);

        assertThat(inUse).allSatisfy(claim -> assertThat(claim).isDone());
        assertThat(fixture.pool.stats().created()).isEqualTo(2);
        assertThat(fixture.pool.stats().idle()).isZero();
    }

    @Test
    void reset_atMaxUses_isRetired() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(1))
                .reuse(Reuse.RESET)
                .maxUses(2));
        fixture.prewarmed();
        Lease first = fixture.claimWithin(COLD_START);
        fixture.release(first);
        Lease second = fixture.claimWithin(COLD_START);
        fixture.release(second);

        assertThat(second.container()).isEqualTo(first.container());
        assertThat(fixture.runtime.alive()).doesNotContain(first.container().id());
    }

    @Test
    void keepAlive_reset_keepsTheContainerForItsTimeAndNotLonger() {
        PoolFixture fixture = PoolFixture.reset("keepalive:10s");
        Lease first = fixture.claimWithin(COLD_START);
        fixture.release(first);

        fixture.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        fixture.advance(Duration.ofNanos(1));

        assertThat(fixture.pool.stats().idle()).isZero();
        assertThat(fixture.runtime.alive()).isEmpty();
        assertThat(fixture.pool.stats().idleSeconds()).isEqualTo(10);
    }

    @Test
    void keepAlive_claimWithinTheTime_renewsIt() {
        PoolFixture fixture = PoolFixture.reset("keepalive:10s");
        fixture.release(fixture.claimWithin(COLD_START));
        fixture.advance(Duration.ofSeconds(9));
        Lease second = fixture.claim().join().lease();
        fixture.release(second);

        fixture.advance(Duration.ofSeconds(9));

        assertThat(second.path()).isEqualTo(StartPath.WARM);
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
    }

    @Test
    void keepAlive_singleUse_keepsAFreshSuccessor() {
        PoolFixture fixture = PoolFixture.singleUse("keepalive:10s");
        Lease first = fixture.claimWithin(COLD_START);
        fixture.release(first);
        fixture.advance(COLD_START);

        Lease second = fixture.claim().join().lease();

        assertThat(second.path()).isEqualTo(StartPath.WARM);
        assertThat(second.container()).isNotEqualTo(first.container());
    }

    @Test
    void ceiling_reached_claimsWaitInOrderForRoom() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(0))
                .reuse(Reuse.RESET)
                .maxContainers(1));
        Lease holder = fixture.claimWithin(COLD_START);
        CompletableFuture<Claim> first = fixture.claim();
        CompletableFuture<Claim> second = fixture.claim();

        fixture.release(holder);

        assertThat(first.join().lease().container()).isEqualTo(holder.container());
        assertThat(second).isNotDone();
        fixture.release(first.join().lease());
        assertThat(second.join().lease().container()).isEqualTo(holder.container());
        assertThat(fixture.pool.stats().peak()).isEqualTo(1);
    }

    @Test
    void ceiling_singleUse_roomIsReusedForTheOldestWaiter() {
        PoolFixture fixture =
                new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(0)).maxContainers(1));
        Lease holder = fixture.claimWithin(COLD_START);
        CompletableFuture<Claim> waiting = fixture.claim();

        fixture.release(holder);
        fixture.advance(COLD_START);

        assertThat(waiting.join().lease().container()).isNotEqualTo(holder.container());
    }

    @Test
    void ceiling_fullWaitingRoom_turnsAwayAtOnce() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(0))
                .maxContainers(1)
                .maxWaiting(1));
        fixture.claimWithin(COLD_START);
        CompletableFuture<Claim> waits = fixture.claim();

        assertThat(fixture.claim().join()).isEqualTo(new Claim.Full(1));
        assertThat(waits).isNotDone();
        assertThat(fixture.pool.stats().full()).isEqualTo(1);
    }

    @Test
    void ceiling_idleContainerOfAnotherType_makesRoom() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.parse("keepalive:1h"))
                .reuse(Reuse.RESET)
                .maxContainers(1));
        fixture.release(fixture.claimWithin(COLD_START));

        CompletableFuture<Claim> other = fixture.claim(AgentType.AUTONOMOUS, PATIENCE);
        fixture.advance(COLD_START);

        assertThat(other.join().lease().type()).isEqualTo(AgentType.AUTONOMOUS);
    }

    @Test
    void deadline_passes_claimIsLateAndTheContainerIsNotLost() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:0");
        CompletableFuture<Claim> claim = fixture.claim(TYPE, Duration.ofMillis(100));

        fixture.advance(Duration.ofMillis(100));
        assertThat(claim.join()).isEqualTo(new Claim.Late(Duration.ofMillis(100)));
        fixture.advance(SECOND);

        assertThat(fixture.pool.stats().late()).isEqualTo(1);
        assertThat(fixture.runtime.alive()).isEmpty();
    }

    @Test
    void deadline_passesInTheWaitingRoom_laterClaimsMoveUp() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(0))
                .reuse(Reuse.RESET)
                .maxContainers(1));
        Lease holder = fixture.claimWithin(COLD_START);
        CompletableFuture<Claim> impatient = fixture.claim(TYPE, SECOND);
        CompletableFuture<Claim> patient = fixture.claim();
        fixture.advance(SECOND);

        fixture.release(holder);

        assertThat(impatient.join()).isInstanceOf(Claim.Late.class);
        assertThat(patient.join()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void failedCreation_failsItsClaimAndFreesItsRoom() {
        PoolFixture fixture =
                new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(0)).maxContainers(1));
        fixture.runtime.failing(true);
        CompletableFuture<Claim> failed = fixture.claim();
        fixture.advance(COLD_START);
        fixture.runtime.failing(false);

        CompletableFuture<Claim> next = fixture.claim();
        fixture.advance(COLD_START);

        assertThat(failed.join())
                .isInstanceOfSatisfying(
                        Claim.Failed.class,
                        failure -> assertThat(failure.cause()).hasMessage("container fake-1 was told to fail"));
        assertThat(next.join()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void brokenEngine_seesOneRefillAttemptAPause_andTheStockHealsAlone() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:3");
        fixture.runtime.failing(true);
        fixture.pool.prewarm(List.of(TYPE));
        fixture.advance(Duration.ofSeconds(60));
        int attempts = fixture.runtime.creates();

        fixture.runtime.failing(false);
        fixture.advance(Duration.ofSeconds(31));

        assertThat(attempts).isLessThanOrEqualTo(60);
        assertThat(fixture.pool.stats().idle()).isEqualTo(3);
    }

    @Test
    void tryAcquire_onEmptyStock_ordersNothing() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:0");

        assertThat(fixture.pool.tryAcquire(TYPE)).isEmpty();
        fixture.advance(SECOND);

        assertThat(fixture.runtime.creates()).isZero();
        assertThat(fixture.pool.stats().claims()).isZero();
    }

    @Test
    void close_endsIdleNowAndLeasedOnRelease() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:2").prewarmed();
        Lease lease = fixture.claim().join().lease();
        CompletableFuture<Void> closed = fixture.pool.closeAsync().toCompletableFuture();
        fixture.advance(SECOND);

        assertThat(fixture.runtime.alive()).containsExactly(lease.container().id());
        assertThat(closed).isNotDone();
        fixture.release(lease);

        assertThat(fixture.runtime.alive()).isEmpty();
        assertThat(closed).isDone();
        assertThatIllegalStateException().isThrownBy(fixture::claim).withMessage("pool is closed");
    }

    @Test
    void close_failsThoseWhoWait() {
        PoolFixture fixture =
                new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(0)).maxContainers(1));
        fixture.claimWithin(COLD_START);
        CompletableFuture<Claim> waiting = fixture.claim();

        fixture.pool.closeAsync();
        fixture.scheduler.runDue();

        assertThat(waiting.join()).isInstanceOf(Claim.Failed.class);
    }

    @Test
    void releasedLease_givesNoAccess() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1").prewarmed();
        Lease lease = fixture.claim().join().lease();
        fixture.release(lease);

        assertThatIllegalStateException().isThrownBy(() -> lease.message("ping"));
    }

    @Test
    void serviceLevel_isPredictedAndObserved() {
        PoolFixture fixture = PoolFixture.singleUse("slo:0.9");
        assertThat(fixture.pool.stats().predictedWarmRate()).isEmpty();

        for (int i = 0; i < 200; i++) {
            fixture.release(fixture.claimWithin(COLD_START));
            fixture.advance(SECOND);
        }

        PoolStats stats = fixture.pool.stats(TYPE);
        assertThat(stats.predictedWarmRate().orElseThrow()).isBetween(0.9, 1.0);
        assertThat(stats.warmRate()).isGreaterThan(0.9);
    }

    @Test
    void starts_areBounded_andEveryClaimIsServedInTurn() {
        PoolFixture fixture =
                new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(0)).maxStarting(10));

        List<CompletableFuture<Claim>> claims = fixture.claims(100);
        fixture.advance(COLD_START.multipliedBy(5));

        assertThat(claims.stream().limit(50))
                .allSatisfy(claim -> assertThat(claim).isDone());
        assertThat(claims.stream().skip(50))
                .allSatisfy(claim -> assertThat(claim).isNotDone());
        assertThat(fixture.pool.stats().starting()).isEqualTo(10);
        fixture.advance(COLD_START.multipliedBy(5));
        assertThat(claims).allSatisfy(claim -> assertThat(claim.join()).isInstanceOf(Claim.Granted.class));
    }

    @Test
    void startsThatNobodyBounds_areAsManyAsTheRuntimeMakesBest() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(0)), 3);

        fixture.claims(10);

        assertThat(fixture.pool.stats().starting()).isEqualTo(3);
    }

    @Test
    void refill_ofAStockThatClaimsHaveDrained_takesEveryStart() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(8)), 3);
        fixture.pool.prewarm(List.of(TYPE));
        fixture.advance(COLD_START.multipliedBy(8));
        assertThat(fixture.pool.stats().idle()).isEqualTo(8);

        assertThat(fixture.claims(5)).allSatisfy(claim -> assertThat(claim).isDone());
        fixture.advance(Duration.ZERO);
        assertThat(fixture.pool.stats().starting()).isEqualTo(2);

        assertThat(fixture.claims(1)).allSatisfy(claim -> assertThat(claim).isDone());
        fixture.advance(Duration.ZERO);
        assertThat(fixture.pool.stats().starting()).isEqualTo(3);
    }

    @Test
    void refill_leavesOneStartToClaims() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(10)), 3);
        fixture.pool.prewarm(List.of(TYPE));
        fixture.advance(Duration.ZERO);
        assertThat(fixture.pool.stats().starting()).isEqualTo(2);

        CompletableFuture<Claim> claim = fixture.claim(AgentType.MULTI_AGENT, PATIENCE);
        fixture.advance(Duration.ZERO);

        assertThat(fixture.pool.stats().starting()).isEqualTo(3);
        fixture.advance(COLD_START);
        assertThat(claim.join().lease().path()).isEqualTo(StartPath.COLD);
    }

    @Test
    void refill_ofARuntimeThatStartsOneAtATime_goesOn() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(3)), 1);
        fixture.pool.prewarm(List.of(TYPE));

        fixture.advance(COLD_START.multipliedBy(3));

        assertThat(fixture.pool.stats().idle()).isEqualTo(3);
    }

    @Test
    void claimsThatGotNone_areNotTakenForUses_byAPolicyThatLearnsFromThem() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.parse("slo:0.99:max=1"))
                .reuse(Reuse.RESET)
                .maxContainers(1));
        Lease held = fixture.claimWithin(COLD_START);
        List<CompletableFuture<Claim>> late = Stream.generate(() -> fixture.claim(TYPE, Duration.ofSeconds(1)))
                .limit(50)
                .toList();
        fixture.advance(Duration.ofSeconds(1));
        fixture.release(held);

        for (int i = 0; i < 200; i++) {
            fixture.release(fixture.claim().join().lease());
        }

        assertThat(late).allSatisfy(claim -> assertThat(claim.join()).isInstanceOf(Claim.Late.class));
        // 201 of 251 came one after the other, the latest of them.
        assertThat(fixture.pool.stats().predictedWarmRate().orElseThrow()).isGreaterThan(0.8);
    }
}
