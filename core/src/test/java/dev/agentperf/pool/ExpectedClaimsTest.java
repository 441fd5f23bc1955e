package dev.agentperf.pool;

import static dev.agentperf.pool.PoolFixture.COLD_START;
import static dev.agentperf.pool.PoolFixture.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.offset;

import dev.agentperf.pool.policy.ExpectedClaim;
import dev.agentperf.pool.policy.PoolPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Starts take 500 ms, and the margin of an expected claim is a sixteenth of that. */
final class ExpectedClaimsTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final ExpectedClaim IN_THREE_TO_FOUR_SECONDS =
            new ExpectedClaim(1, Duration.ofSeconds(3), Duration.ofSeconds(4));

    /** Returns a pool that has learned what a start takes, and keeps nothing any more. */
    private static PoolFixture quiet(PoolConfig.Builder config) {
        PoolFixture fixture = new PoolFixture(config);
        fixture.release(fixture.claimWithin(COLD_START));
        fixture.advance(LONG);
        assertThat(fixture.pool.stats().idle()).isZero();
        return fixture;
    }

    private static PoolConfig.Builder adaptive(Reuse reuse) {
        return PoolConfig.builder().policy(PoolPolicy.parse("adaptive:4")).reuse(reuse);
    }

    private static void expect(PoolFixture fixture, ExpectedClaim claim) {
        fixture.pool.expect(TYPE, claim);
        fixture.scheduler.runDue();
    }

    @Test
    void expectedClaim_findsAContainerReady() {
        PoolFixture fixture = quiet(adaptive(Reuse.SINGLE_USE));

        expect(fixture, IN_THREE_TO_FOUR_SECONDS);
        fixture.advance(Duration.ofMillis(2_968));
        assertThat(fixture.pool.stats().idle()).isZero();
        fixture.advance(Duration.ofMillis(532));
        Lease lease = fixture.claim().join().lease();

        assertThat(lease.path()).isEqualTo(StartPath.WARM);
        PoolStats stats = fixture.pool.stats();
        assertThat(stats.expected()).isEqualTo(1);
        assertThat(stats.ahead()).isEqualTo(1);
        assertThat(stats.aheadUsed()).isEqualTo(1);
    }

    @Test
    void claimThatDoesNotCome_costsItsWindowAndNoMore() {
        PoolFixture fixture = quiet(adaptive(Reuse.RESET));
        double before = fixture.pool.stats().idleSeconds();

        expect(fixture, IN_THREE_TO_FOUR_SECONDS);
        fixture.advance(LONG);

        PoolStats stats = fixture.pool.stats();
        assertThat(stats.idleSeconds() - before).isEqualTo(1.0625, offset(1e-9));
        assertThat(stats.ahead()).isEqualTo(1);
        assertThat(stats.aheadUsed()).isZero();
        assertThat(stats.idle()).isZero();
    }

    @Test
    void claimThatComesEarly_isMet_soThatNothingIsMadeForIt() {
        PoolFixture fixture = quiet(adaptive(Reuse.RESET));

        expect(fixture, IN_THREE_TO_FOUR_SECONDS);
        fixture.advance(Duration.ofSeconds(1));
        assertThat(fixture.claim()).isNotDone();
        fixture.advance(LONG);

        assertThat(fixture.pool.stats().ahead()).isZero();
    }

    @Test
    void containerThatStandsReady_servesOneExpectedClaim_andNotTwo() {
        PoolFixture fixture = new PoolFixture(adaptive(Reuse.RESET));
        fixture.release(fixture.claimWithin(COLD_START));
        assertThat(fixture.pool.stats().idle()).isEqualTo(1);

        expect(fixture, new ExpectedClaim(1, Duration.ofSeconds(1), Duration.ofSeconds(2)));
        expect(fixture, new ExpectedClaim(1, Duration.ofSeconds(1), Duration.ofSeconds(2)));
        fixture.advance(Duration.ofMillis(1_500));

        assertThat(fixture.pool.stats().ahead()).isEqualTo(1);
        assertThat(fixture.pool.stats().idle()).isEqualTo(2);
    }

    @Test
    void announcementsWithoutEnd_makeNoMoreThanThePoolMayHold() {
        PoolFixture fixture = quiet(adaptive(Reuse.RESET).maxContainers(3));

        for (int i = 0; i < 2 * Expectations.MOST; i++) {
            fixture.pool.expect(TYPE, IN_THREE_TO_FOUR_SECONDS);
        }
        fixture.advance(Duration.ofMillis(3_500));

        assertThat(fixture.pool.stats().peak()).isLessThanOrEqualTo(3);
        assertThat(fixture.pool.stats().expected()).isEqualTo(2L * Expectations.MOST);
        fixture.advance(LONG);
        assertThat(fixture.pool.stats().idle()).isZero();
    }

    @Test
    void policyWithoutAPrice_makesNothing() {
        PoolFixture fixture = quiet(PoolConfig.builder().policy(PoolPolicy.parse("fixed:0")));

        expect(fixture, IN_THREE_TO_FOUR_SECONDS);
        fixture.advance(LONG);

        assertThat(fixture.pool.stats().expected()).isEqualTo(1);
        assertThat(fixture.pool.stats().ahead()).isZero();
    }

    @Test
    void closedPool_expectsNothing() {
        PoolFixture fixture = quiet(adaptive(Reuse.RESET));
        expect(fixture, IN_THREE_TO_FOUR_SECONDS);
        fixture.pool.closeAsync();
        fixture.advance(LONG);

        assertThat(fixture.pool.stats().ahead()).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> fixture.pool.expect(TYPE, IN_THREE_TO_FOUR_SECONDS))
                .withMessage("pool is closed");
    }
}
