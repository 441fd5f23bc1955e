package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.agentperf.pool.policy.PoolPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class TenantsTest {
    private static PoolConfig.Builder reused(String policy) {
        return PoolConfig.builder().policy(PoolPolicy.parse(policy)).reuse(Reuse.RESET);
    }

    @Test
    void usedContainer_servesItsTenantAgain_andNobodyElse() {
        PoolFixture fixture = new PoolFixture(reused("keepalive:1h"));
        CompletableFuture<Claim> first = fixture.claimFor("acme");
        fixture.advance(COLD_START);
        fixture.release(first.join().lease());

        CompletableFuture<Claim> other = fixture.claimFor("globex");
        CompletableFuture<Claim> nobody = fixture.claimFor(ClaimRequest.NO_TENANT);
        CompletableFuture<Claim> same = fixture.claimFor("acme");

        assertThat(same.join().lease().container())
                .isEqualTo(first.join().lease().container());
        assertThat(other).isNotDone();
        assertThat(nobody).isNotDone();
    }

    @Test
    void freshContainer_servesAnyTenant() {
        PoolFixture fixture = new PoolFixture(reused("fixed:2")).prewarmed();

        assertThat(fixture.claimFor("acme").join().lease().path()).isEqualTo(StartPath.WARM);
        assertThat(fixture.claimFor("globex").join().lease().path()).isEqualTo(StartPath.WARM);
    }

    @Test
    void containerThatNobodyWaitingMayHave_makesRoomForOneThatTheyMay() {
        PoolFixture fixture = new PoolFixture(reused("fixed:1").maxContainers(1));
        fixture.prewarmed();
        Lease acme = fixture.claimFor("acme").join().lease();
        CompletableFuture<Claim> globex = fixture.claimFor("globex");

        fixture.release(acme);
        fixture.advance(COLD_START);

        assertThat(globex.join().lease().container()).isNotEqualTo(acme.container());
        assertThat(fixture.pool.stats().peak()).isEqualTo(1);
    }

    @Test
    void idleContainerOfAnotherTenant_makesRoomAtTheCeiling() {
        PoolFixture fixture = new PoolFixture(reused("keepalive:1h").maxContainers(1));
        CompletableFuture<Claim> acme = fixture.claimFor("acme");
        fixture.advance(COLD_START);
        fixture.release(acme.join().lease());

        CompletableFuture<Claim> globex = fixture.claimFor("globex");
        fixture.advance(COLD_START);

        assertThat(globex.join()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void waitingRoom_servesTenantsByWeight() {
        PoolFixture fixture = new PoolFixture(PoolConfig.builder()
                .policy(PoolPolicy.fixed(0))
                .maxContainers(1)
                .tenantWeights(Map.of("paying", 3.0)));
        Lease holder = fixture.claimWithin(COLD_START);
        List<CompletableFuture<Claim>> free = new ArrayList<>();
        List<CompletableFuture<Claim>> paying = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            free.add(fixture.claimFor("free"));
            paying.add(fixture.claimFor("paying"));
        }

        Lease current = holder;
        for (int served = 0; served < 8; served++) {
            fixture.release(current);
            fixture.advance(COLD_START);
            current = newest(free, paying, current);
        }

        assertThat(paying.stream().filter(CompletableFuture::isDone)).hasSize(6);
        assertThat(free.stream().filter(CompletableFuture::isDone)).hasSize(2);
    }

    private static Lease newest(
            List<CompletableFuture<Claim>> free, List<CompletableFuture<Claim>> paying, Lease before) {
        List<CompletableFuture<Claim>> all = new ArrayList<>(free);
        all.addAll(paying);
        return all.stream()
                .filter(CompletableFuture::isDone)
                .map(claim -> claim.join().lease())
                .max((a, b) -> Long.compare(number(a), number(b)))
                .orElse(before);
    }

    private static long number(Lease lease) {
        return Long.parseLong(lease.container().id().substring("fake-".length()));
    }

    @Test
    void weight_thatIsNotPositive_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PoolConfig.builder().tenantWeights(Map.of("acme", 0.0)).build())
                .withMessage("weight of tenant acme must be positive, was 0.0");
    }

    @Test
    void tenantsThatComeOnce_leaveNothingBehind() {
        PoolFixture fixture = new PoolFixture(reused("keepalive:1s"));
        for (int i = 0; i < 100; i++) {
            CompletableFuture<Claim> claim = fixture.claimFor("tenant-" + i);
            fixture.advance(COLD_START);
            fixture.release(claim.join().lease());
        }

        fixture.advance(Duration.ofSeconds(2));

        assertThat(fixture.runtime.alive()).isEmpty();
        assertThat(fixture.pool.stats().idle()).isZero();
    }
}
