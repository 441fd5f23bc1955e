package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static dev.agentperf.pool.PoolFixture.PATIENCE;
import static dev.agentperf.pool.PoolFixture.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.ContainerCosts;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.pool.policy.TypePolicy;
import dev.agentperf.runtime.Bindings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StandByTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER = Duration.ofSeconds(10);
    private static final Duration WAKING = Duration.ofMillis(20);
    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(5);

    private static PoolConfig.Builder pausing(String policy, Reuse reuse) {
        return PoolConfig.builder()
                .policy(PoolPolicy.parse(policy))
                .reuse(reuse)
                .createTimeout(CREATE_TIMEOUT)
                .pauseAfter(PAUSE_AFTER);
    }

    private static PoolFixture fixture(PoolConfig.Builder config) {
        PoolFixture fixture = new PoolFixture(config);
        fixture.runtime.waking(WAKING);
        return fixture;
    }

    /** Returns a pool whose whole stock stands by. */
    private static PoolFixture asleep(String policy, Reuse reuse) {
        PoolFixture fixture = fixture(pausing(policy, reuse)).prewarmed();
        fixture.advance(PAUSE_AFTER);
        return fixture;
    }

    @Test
    void containerThatStoodReadyForLong_isPaused_andIsIdleAsBefore() {
        PoolFixture fixture = fixture(pausing("fixed:2", Reuse.RESET)).prewarmed();

        fixture.advance(PAUSE_AFTER.minusNanos(1));
        assertThat(fixture.runtime.paused()).isEmpty();
        fixture.advance(Duration.ofNanos(1));

        assertThat(fixture.runtime.paused()).hasSize(2);
        fixture.advance(SECOND);
        PoolStats stats = fixture.pool.stats();
        assertThat(stats.idle()).isEqualTo(2);
        assertThat(stats.paused()).isEqualTo(2);
        assertThat(stats.idleSeconds()).isEqualTo(22);
        assertThat(stats.oldestIdleSeconds()).isEqualTo(11);
        assertThat(stats.created()).isEqualTo(2);
    }

    @Test
    void pool_thatIsNotToldTo_pausesNothing() {
        PoolFixture fixture = PoolFixture.reset("fixed:2").prewarmed();

        fixture.advance(Duration.ofDays(30));

        assertThat(fixture.runtime.paused()).isEmpty();
    }

    @Test
    void claimThatFindsNoneReady_getsTheOneThatWasUsedLast_onceItIsAwake() {
        PoolFixture fixture = fixture(pausing("fixed:2", Reuse.RESET)).prewarmed();
        Lease first = fixture.claim().join().lease();
        Lease last = fixture.claim().join().lease();
        fixture.release(first);
        fixture.advance(SECOND);
        fixture.release(last);
        fixture.advance(PAUSE_AFTER);

        CompletableFuture<Claim> claim = fixture.claim();
        fixture.advance(WAKING.minusNanos(1));
        assertThat(claim).isNotDone();
        fixture.advance(Duration.ofNanos(1));

        Lease thawed = claim.join().lease();
        assertThat(thawed.path()).isEqualTo(StartPath.THAWED);
        assertThat(thawed.waited()).isEqualTo(WAKING);
        assertThat(thawed.container()).isEqualTo(last.container());
        assertThat(fixture.runtime.paused()).containsExactly(first.container().id());
        PoolStats stats = fixture.pool.stats();
        assertThat(stats.thawed()).isEqualTo(1);
        assertThat(stats.leased()).isEqualTo(1);
        assertThat(stats.created()).isEqualTo(2);
        assertThat(stats.idleSeconds()).isEqualTo(11 + 10 + WAKING.toNanos() / 1e9);
    }

    @Test
    void claimThatFindsOneReady_wakesNone() {
        PoolFixture fixture = asleep("fixed:2", Reuse.RESET);
        Lease awake = fixture.claimWithin(WAKING);
        fixture.release(awake);

        Lease lease = fixture.claim().join().lease();

        assertThat(lease.path()).isEqualTo(StartPath.WARM);
        assertThat(lease.container()).isEqualTo(awake.container());
        assertThat(fixture.pool.stats().paused()).isEqualTo(1);
    }

    @Test
    void singleUse_isReplacedFromTheClaimOn() {
        PoolFixture fixture = asleep("fixed:1", Reuse.SINGLE_USE);

        Lease lease = fixture.claimWithin(WAKING);
        fixture.advance(COLD_START.minus(WAKING));

        assertThat(lease.path()).isEqualTo(StartPath.THAWED);
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        assertThat(fixture.pool.stats().paused()).isZero();
    }

    @Test
    void containerThatDoesNotWake_isEnded_andTheClaimGetsTheNext() {
        PoolFixture fixture = asleep("fixed:2", Reuse.RESET);
        fixture.runtime.unwakeable(1);

        Lease lease = fixture.claimWithin(WAKING.multipliedBy(2));

        assertThat(lease.path()).isEqualTo(StartPath.THAWED);
        assertThat(fixture.pool.stats().died()).isEqualTo(1);
        fixture.advance(COLD_START);
        assertThat(fixture.runtime.alive()).hasSize(2);
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
    }

    @Test
    void noContainerThatWakes_claimIsStartedCold() {
        for (Reuse reuse : Reuse.values()) {
            PoolFixture fixture = asleep("fixed:2", reuse);
            fixture.runtime.unwakeable(2);

            Lease lease = fixture.claimWithin(WAKING.multipliedBy(2).plus(COLD_START));

            assertThat(lease.path()).isEqualTo(StartPath.COLD);
            assertThat(fixture.pool.stats().died()).isEqualTo(2);
        }
    }

    @Test
    void wakingThatNeverEnds_isGivenUpAfterTheTimeOfACreation() {
        for (Reuse reuse : Reuse.values()) {
            PoolFixture fixture = asleep("fixed:1", reuse);
            fixture.runtime.stuck(1);

            CompletableFuture<Claim> claim = fixture.claim();
            fixture.advance(CREATE_TIMEOUT.minusNanos(1));
            assertThat(fixture.pool.stats().died()).isZero();
            fixture.advance(COLD_START.plusNanos(1));

            assertThat(claim.join()).isInstanceOf(Claim.Granted.class);
            assertThat(fixture.pool.stats().died()).isEqualTo(1);
        }
    }

    @Test
    void containerThatDiedInItsSleep_isNotHandedOut() {
        PoolFixture fixture = asleep("fixed:1", Reuse.RESET);
        String dead = fixture.runtime.paused().iterator().next();
        fixture.runtime.silence(dead);

        Lease lease = fixture.claimWithin(WAKING.plus(COLD_START));

        assertThat(lease.container().id()).isNotEqualTo(dead);
        assertThat(lease.path()).isEqualTo(StartPath.COLD);
        assertThat(fixture.pool.stats().died()).isEqualTo(1);
        assertThat(fixture.runtime.alive()).doesNotContain(dead);
    }

    @Test
    void keptContainer_endsAtItsTime_pausedOrNot() {
        PoolFixture fixture = fixture(pausing("keepalive:1m", Reuse.RESET));
        fixture.release(fixture.claimWithin(COLD_START));

        fixture.advance(Duration.ofMinutes(1).minusNanos(1));
        assertThat(fixture.pool.stats().paused()).isEqualTo(1);
        fixture.advance(Duration.ofNanos(1));

        assertThat(fixture.runtime.alive()).isEmpty();
        assertThat(fixture.pool.stats().idle()).isZero();
        assertThat(fixture.pool.stats().idleSeconds()).isEqualTo(60);
    }

    @Test
    void claimThatGaveUpWhileItsContainerWoke_leavesItReadyForTheRestOfItsTime() {
        PoolFixture fixture = fixture(pausing("keepalive:1m", Reuse.RESET));
        fixture.release(fixture.claimWithin(COLD_START));
        fixture.advance(PAUSE_AFTER);

        CompletableFuture<Claim> impatient = fixture.claim(TYPE, Duration.ofMillis(1));
        fixture.advance(WAKING);

        assertThat(impatient.join()).isInstanceOf(Claim.Late.class);
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        assertThat(fixture.runtime.paused()).isEmpty();
        fixture.advance(Duration.ofMinutes(1).minus(PAUSE_AFTER).minus(WAKING).minusNanos(1));
        assertThat(fixture.runtime.alive()).hasSize(1);
        fixture.advance(Duration.ofNanos(1));
        assertThat(fixture.runtime.alive()).isEmpty();
    }

    @Test
    void surplusOfTheStock_pausedOnesGoFirst() {
        AtomicInteger stock = new AtomicInteger(2);
        PoolFixture fixture = fixture(pausing("fixed:0", Reuse.RESET).policy(following(stock)))
                .prewarmed();
        Lease lease = fixture.claim().join().lease();
        fixture.advance(PAUSE_AFTER);
        fixture.release(lease);
        String asleep = fixture.runtime.paused().iterator().next();

        stock.set(1);
        fixture.pool.review();
        fixture.advance(Duration.ZERO);

        assertThat(fixture.runtime.alive()).containsExactly(lease.container().id());
        assertThat(asleep).isNotEqualTo(lease.container().id());
    }

    private static PoolPolicy following(AtomicInteger stock) {
        return new PoolPolicy() {
            @Override
            public String name() {
                return "following";
            }

            @Override
            public TypePolicy forType(AgentType type, ContainerCosts costs) {
                return nowNanos -> stock.get();
            }
        };
    }

    @Test
    void pausedContainer_makesRoomForAnotherType() {
        PoolFixture fixture = fixture(pausing("keepalive:1h", Reuse.RESET).maxContainers(1));
        fixture.release(fixture.claimWithin(COLD_START));
        fixture.advance(PAUSE_AFTER);

        CompletableFuture<Claim> other = fixture.claim(AgentType.AUTONOMOUS, PATIENCE);
        fixture.advance(COLD_START);

        assertThat(other.join().lease().type()).isEqualTo(AgentType.AUTONOMOUS);
    }

    @Test
    void closing_endsPausedOnes() {
        PoolFixture fixture = asleep("fixed:3", Reuse.RESET);

        CompletableFuture<Void> closed = fixture.pool.closeAsync().toCompletableFuture();
        fixture.advance(Duration.ZERO);

        assertThat(closed).isDone();
        assertThat(fixture.runtime.alive()).isEmpty();
        assertThat(fixture.scheduler.pending()).isZero();
    }

    @Test
    void pausedContainerOfATenant_servesNobodyElse() {
        PoolFixture fixture = fixture(pausing("keepalive:1h", Reuse.RESET));
        CompletableFuture<Claim> acme = fixture.claimFor("acme");
        fixture.advance(COLD_START);
        fixture.release(acme.join().lease());
        fixture.advance(PAUSE_AFTER);

        CompletableFuture<Claim> globex = fixture.claimFor("globex");
        CompletableFuture<Claim> again = fixture.claimFor("acme");
        fixture.advance(COLD_START);

        assertThat(globex.join().lease().path()).isEqualTo(StartPath.COLD);
        assertThat(again.join().lease().path()).isEqualTo(StartPath.THAWED);
        assertThat(again.join().lease().container())
                .isEqualTo(acme.join().lease().container());
    }

    @Test
    void pausedContainer_isNotExpectedBack() {
        PoolFixture fixture = fixture(pausing("keepalive:1h", Reuse.RESET));
        for (int use = 0; use < 10; use++) {
            CompletableFuture<Claim> claim = fixture.claimFor("acme");
            fixture.advance(COLD_START);
            fixture.advance(Duration.ofMillis(10));
            fixture.release(claim.join().lease());
        }
        fixture.advance(PAUSE_AFTER);

        CompletableFuture<Claim> globex = fixture.claimFor("globex");
        fixture.advance(COLD_START);

        assertThat(globex.join().lease().waited()).isEqualTo(COLD_START);
    }

    @Test
    void whatAClaimCarries_isBoundToTheContainerThatWasWoken() {
        PoolFixture fixture = asleep("fixed:1", Reuse.SINGLE_USE);

        CompletableFuture<Claim> claim = fixture.claim(
                ClaimRequest.of(TYPE, PATIENCE).with(new Bindings(Map.of("NAME", "value"), Map.of(), Map.of())));
        assertThat(fixture.runtime.bound()).isEmpty();
        fixture.advance(WAKING);

        assertThat(claim.join().lease().path()).isEqualTo(StartPath.THAWED);
        assertThat(fixture.runtime.bound())
                .containsExactly(claim.join().lease().container().id());
    }

    @Test
    void containerThatComesBackMeanwhile_goesToWhoeverCameFirst() {
        PoolFixture fixture = asleep("fixed:2", Reuse.RESET);
        Lease busy = fixture.claimWithin(WAKING);
        Duration slow = COLD_START.dividedBy(2);
        fixture.runtime.waking(slow);
        CompletableFuture<Claim> first = fixture.claim();
        fixture.advance(Duration.ofMillis(10));

        fixture.release(busy);
        CompletableFuture<Claim> second = fixture.claim();

        assertThat(first.join().lease().container()).isEqualTo(busy.container());
        assertThat(second).isNotDone();
        fixture.advance(slow);
        assertThat(second.join().lease().path()).isEqualTo(StartPath.THAWED);
    }

    @Test
    void engineAway_noneIsWokenInVain_andThoseWhoWaitAreServedWhenItIsBack() {
        for (Reuse reuse : Reuse.values()) {
            PoolFixture fixture = asleep("fixed:2", reuse);
            fixture.runtime.unavailable(true);
            fixture.claim(AgentType.AUTONOMOUS, Duration.ofSeconds(30));
            List<CompletableFuture<Claim>> claims = new ArrayList<>(fixture.claims(2));

            fixture.advance(Duration.ofSeconds(3));
            assertThat(claims).noneMatch(CompletableFuture::isDone);
            fixture.runtime.unavailable(false);
            fixture.claim(AgentType.AUTONOMOUS, Duration.ofSeconds(30));
            fixture.advance(SECOND.plus(COLD_START).plus(WAKING));

            assertThat(claims).allMatch(CompletableFuture::isDone);
            assertThat(fixture.pool.stats().thawed()).isEqualTo(2);
            assertThat(fixture.pool.stats().died()).isZero();
        }
    }

    @Test
    void engineAway_noneIsPaused() {
        PoolFixture fixture = fixture(pausing("fixed:1", Reuse.RESET)).prewarmed();
        fixture.runtime.unavailable(true);
        fixture.advance(PAUSE_AFTER.minus(SECOND));
        fixture.claim(AgentType.AUTONOMOUS, SECOND);

        fixture.advance(PAUSE_AFTER);

        assertThat(fixture.claim().join().lease().path()).isEqualTo(StartPath.WARM);
    }

    @Test
    void timeThatIsNotPositive_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolConfig.builder().pauseAfter(Duration.ZERO).build())
                .withMessage("pauseAfter must be positive and at most 292 years, was PT0S");
    }
}
