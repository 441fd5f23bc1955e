package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.policy.PoolPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Uses take 200 ms and a start 500 ms: what comes back is sooner, as long as not too many count on it. */
final class MissRuleTest {
    private static final Duration USE = Duration.ofMillis(200);

    private static PoolFixture learned(MissRule rule) {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.parse("keepalive:1h"))
                .reuse(Reuse.RESET)
                .missRule(rule));
        for (int i = 0; i < 20; i++) {
            Lease lease = fixture.claimWithin(COLD_START);
            fixture.advance(USE);
            fixture.release(lease);
        }
        return fixture;
    }

    @Test
    void wait_takesTheOneThatIsExpectedBack_andStartsNone() {
        PoolFixture fixture = learned(MissRule.WAIT);
        Lease inUse = fixture.claim().join().lease();

        CompletableFuture<Claim> claim = fixture.claim();
        fixture.advance(USE);
        fixture.release(inUse);

        assertThat(claim.join().lease().container()).isEqualTo(inUse.container());
        assertThat(claim.join().lease().waited()).isEqualTo(USE);
        assertThat(fixture.runtime.creates()).isEqualTo(1);
    }

    @Test
    void start_startsOneAndWaitsForIt() {
        PoolFixture fixture = learned(MissRule.START);
        Lease inUse = fixture.claim().join().lease();

        CompletableFuture<Claim> claim = fixture.claim();
        fixture.advance(USE);
        fixture.release(inUse);
        fixture.advance(COLD_START);

        assertThat(claim.join().lease().container()).isNotEqualTo(inUse.container());
        assertThat(claim.join().lease().waited()).isEqualTo(COLD_START);
    }

    @Test
    void wait_moreThanAreExpectedBack_startsForTheRest() {
        PoolFixture fixture = learned(MissRule.WAIT);
        Lease inUse = fixture.claim().join().lease();

        List<CompletableFuture<Claim>> claims = fixture.claims(3);

        assertThat(claims).allSatisfy(claim -> assertThat(claim).isNotDone());
        assertThat(fixture.runtime.creates()).isEqualTo(3);
        fixture.release(inUse);
        fixture.advance(COLD_START);
        assertThat(claims).allSatisfy(claim -> assertThat(claim.join()).isInstanceOf(Claim.Granted.class));
    }

    @Test
    void wait_wrongGuess_costsOneStartMore() {
        PoolFixture fixture = learned(MissRule.WAIT);
        Lease neverReleased = fixture.claim().join().lease();

        CompletableFuture<Claim> claim = fixture.claim();
        fixture.advance(COLD_START);
        fixture.advance(COLD_START);

        assertThat(claim.join().lease().waited()).isEqualTo(COLD_START.multipliedBy(2));
        assertThat(claim.join().lease().container()).isNotEqualTo(neverReleased.container());
    }

    @Test
    void wait_startedInVain_isKeptForAsLongAsItTook() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(0))
                .reuse(Reuse.RESET)
                .missRule(MissRule.WAIT));
        Lease inUse = fixture.claimWithin(COLD_START);
        CompletableFuture<Claim> claim = fixture.claim();
        fixture.advance(USE);

        fixture.release(inUse);
        assertThat(claim.join().lease().container()).isEqualTo(inUse.container());
        fixture.advance(COLD_START.minus(USE));

        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        fixture.advance(COLD_START);
        assertThat(fixture.pool.stats().idle()).isZero();
    }

    @Test
    void wait_startFails_whileOneIsInUse_theClaimGoesOnWaiting() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(0))
                .reuse(Reuse.RESET)
                .missRule(MissRule.WAIT));
        Lease inUse = fixture.claimWithin(COLD_START);
        fixture.runtime.failing(true);
        CompletableFuture<Claim> claim = fixture.claim();

        fixture.advance(COLD_START);
        assertThat(claim).isNotDone();
        fixture.release(inUse);

        assertThat(claim.join().lease().container()).isEqualTo(inUse.container());
    }
}
