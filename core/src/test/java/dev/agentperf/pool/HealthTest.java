package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static dev.agentperf.pool.PoolFixture.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.Container;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void containerThatStoppedAnswering_isNotHandedOut() {
        PoolFixture fixture = PoolFixture.reset("fixed:2").prewarmed();
        Lease sick = fixture.claim().join().lease();
        fixture.release(sick);
        fixture.runtime.silence(sick.container());

        Lease next = fixture.claim().join().lease();

        assertThat(next.path()).isEqualTo(StartPath.WARM);
        assertThat(next.container()).isNotEqualTo(sick.container());
        assertThat(fixture.pool.stats().died()).isEqualTo(1);
        assertThat(fixture.runtime.alive()).doesNotContain(sick.container().id());
        fixture.advance(COLD_START);
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
    }

    @Test
    void engineAway_seesOneAttemptASecond_fromAllTypesTogether() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:2");
        fixture.runtime.unavailable(true);
        List<AgentType> types = List.of(TYPE, AgentType.AUTONOMOUS, AgentType.MULTI_AGENT);
        fixture.pool.prewarm(types);
        fixture.advance(SECOND);
        int pings = fixture.runtime.pings();
        int creates = fixture.runtime.creates();

        List<CompletableFuture<Claim>> claims = types.stream()
                .map(type -> fixture.claim(type, Duration.ofSeconds(30)))
                .toList();
        fixture.advance(Duration.ofSeconds(20));

        assertThat(claims).hasSize(3);
        assertThat(fixture.runtime.pings() - pings).isBetween(15, 21);
        assertThat(fixture.runtime.creates()).isEqualTo(creates);
    }

    @Test
    void engineThatSaysItIsThere_andMakesNothing_seesOneAttemptASecond() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:4");
        fixture.runtime.unavailable(true);
        fixture.runtime.lying(true);
        fixture.pool.prewarm(List.of(TYPE, AgentType.AUTONOMOUS));
        // It is believed once: its answer lets each type try to fill its stock.
        fixture.advance(SECOND.multipliedBy(2));
        int before = fixture.runtime.creates() + fixture.runtime.pings();

        fixture.advance(Duration.ofSeconds(20));

        assertThat(fixture.runtime.creates() + fixture.runtime.pings() - before).isBetween(15, 21);
    }

    @Test
    void engineBack_fullStockStandsAfterOneProbeAndOneColdStart() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:8");
        fixture.runtime.unavailable(true);
        fixture.pool.prewarm(List.of(TYPE));
        fixture.advance(Duration.ofSeconds(10));

        fixture.runtime.unavailable(false);
        fixture.advance(SECOND.plus(COLD_START));

        assertThat(fixture.pool.stats().idle()).isEqualTo(8);
    }

    @Test
    void engineBack_everyTypesStockStandsAgain_andWaitersAreServed() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:2");
        List<AgentType> types = List.of(TYPE, AgentType.AUTONOMOUS, AgentType.MULTI_AGENT);
        fixture.runtime.unavailable(true);
        fixture.pool.prewarm(types);
        fixture.advance(SECOND);
        List<CompletableFuture<Claim>> claims = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            claims.add(fixture.claim(TYPE, Duration.ofSeconds(30)));
        }
        fixture.advance(SECOND);

        fixture.runtime.unavailable(false);
        fixture.advance(SECOND.plus(COLD_START.multipliedBy(2)));

        assertThat(fixture.pool.stats().idle()).isEqualTo(6);
        assertThat(claims.stream().filter(claim -> claim.join() instanceof Claim.Granted))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void engineAway_claimsAreAnsweredByTheirDeadlines() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:0");
        fixture.runtime.unavailable(true);

        List<CompletableFuture<Claim>> claims = fixture.claims(1);
        fixture.advance(Duration.ofMillis(100));
        claims = new ArrayList<>(claims);
        claims.add(fixture.claim(TYPE, Duration.ofMillis(300)));
        fixture.advance(Duration.ofMillis(300));

        assertThat(claims.get(0).join()).isInstanceOf(Claim.Failed.class);
        assertThat(claims.get(1).join()).isEqualTo(new Claim.Late(Duration.ofMillis(300)));
    }

    @Test
    void imageOfOneType_thatCannotStart_doesNotHoldUpTheOthers() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1");
        fixture.runtime.failing(true);
        fixture.pool.prewarm(List.of(TYPE));
        fixture.advance(COLD_START);
        fixture.runtime.failing(false);

        CompletableFuture<Claim> other = fixture.claim(AgentType.AUTONOMOUS, SECOND);
        fixture.advance(COLD_START);

        assertThat(other.join()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void leaseOfAnEarlierUse_hasNoHoldOnTheContainer() {
        PoolFixture fixture =
                new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(1)).reuse(Reuse.RESET)).prewarmed();
        Lease first = fixture.claim().join().lease();
        fixture.release(first);
        Lease second = fixture.claim().join().lease();
        Container container = second.container();

        fixture.release(first);

        assertThat(first.container()).isEqualTo(container);
        assertThat(fixture.pool.stats().leased()).isEqualTo(1);
        assertThat(fixture.pool.tryAcquire(TYPE)).isEmpty();
    }
}
