package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.Bindings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class BindingTest {
    private static final Bindings KEY = new Bindings(Map.of("API_KEY", "k"), Map.of(), Map.of());

    private static CompletableFuture<Claim> claim(PoolFixture fixture, Duration timeout) {
        return fixture.claim(ClaimRequest.of(PoolFixture.TYPE, timeout).with(KEY));
    }

    @Test
    void claimThatCarriesBindings_getsAReadyContainer() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1").prewarmed();

        Lease lease = claim(fixture, PoolFixture.PATIENCE).join().lease();

        assertThat(lease.path()).isEqualTo(StartPath.WARM);
        assertThat(fixture.runtime.bound()).containsExactly(lease.container().id());
        assertThat(fixture.pool.stages().bind().count()).isEqualTo(1);
    }

    @Test
    void coldClaim_getsItsBindingsToo() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:0");

        CompletableFuture<Claim> claim = claim(fixture, PoolFixture.PATIENCE);
        fixture.advance(COLD_START);

        assertThat(fixture.runtime.bound())
                .containsExactly(claim.join().lease().container().id());
    }

    @Test
    void containerThatCannotBeBound_isEndedAndAnotherServes() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:1").prewarmed();
        fixture.runtime.unbindable(1);

        CompletableFuture<Claim> claim = claim(fixture, PoolFixture.PATIENCE);
        fixture.advance(COLD_START);

        assertThat(fixture.runtime.bound()).hasSize(2);
        assertThat(claim.join().lease().container().id())
                .isEqualTo(fixture.runtime.bound().get(1));
        assertThat(fixture.runtime.alive())
                .doesNotContain(fixture.runtime.bound().get(0));
    }

    @Test
    void bindingsThatNoContainerTakes_failTheClaimAfterThree() {
        PoolFixture fixture = PoolFixture.singleUse("fixed:0");
        fixture.runtime.unbindable(Integer.MAX_VALUE);

        CompletableFuture<Claim> claim = claim(fixture, PoolFixture.PATIENCE);
        fixture.advance(COLD_START.multipliedBy(4));

        assertThat(claim.join()).isInstanceOf(Claim.Failed.class);
        assertThat(fixture.runtime.bound()).hasSize(3);
        assertThat(fixture.runtime.alive()).isEmpty();
    }

    @Test
    void deadlineWithinTheBinding_isKept_andTheContainerIsNotHandedOutUnclean() {
        PoolFixture fixture =
                new PoolFixture(PoolConfig.builder().policy(PoolPolicy.fixed(1)).reuse(Reuse.RESET)).prewarmed();
        fixture.runtime.binding(Duration.ofSeconds(2));
        fixture.runtime.reset(Duration.ofSeconds(1));

        CompletableFuture<Claim> claim = claim(fixture, Duration.ofSeconds(1));
        fixture.advance(Duration.ofSeconds(1));

        assertThat(claim.join()).isEqualTo(new Claim.Late(Duration.ofSeconds(1)));
        fixture.advance(Duration.ofSeconds(1));
        assertThat(fixture.pool.stats().idle()).isZero();
        fixture.advance(Duration.ofSeconds(1));
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);
        assertThat(fixture.pool.stats().leased()).isZero();
    }
}
