package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies with a price, for containers of half a gigabyte that take two seconds to start. */
final class PricedPoliciesTest {

    @Test
    void breakEven_keepsForThePriceOfAColdStart() {
        // 300 GB s/s x 2 s / 0.5 GB.
        assertThat(Uses.of("breakeven:300").plan()).isEqualTo(IdlePlan.keep(Duration.ofMinutes(20)));
        assertThat(Uses.of("breakeven:0").plan()).isEqualTo(IdlePlan.NONE);
        assertThat(Uses.of("breakeven:999999999999").plan().keep()).isGreaterThan(Duration.ofDays(100_000));
    }

    @Test
    void hazard_fewerThanFiveGaps_areNotEnoughToLearnFrom() {
        Uses uses = Uses.of("hazard:300").after(4, Duration.ofSeconds(10));

        assertThat(uses.plan()).isEqualTo(IdlePlan.keep(Duration.ofMinutes(20)));
        assertThat(uses.after(Duration.ofSeconds(10)).plan().keep()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void hazard_keepsForTheShortGapsAndNotForTheLong() {
        // Nine gaps of 10 s to one of 3,000 s: to keep for the long one would cost 3,000 s of idle time to save 1,200.
        Uses uses = Uses.of("hazard:300");
        for (int i = 0; i < 20; i++) {
            uses.after(9, Duration.ofSeconds(10)).after(Duration.ofSeconds(3_000));
        }

        assertThat(uses.plan().prewarmAfter()).isZero();
        assertThat(uses.plan().keep()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(16));
    }

    @Test
    void hazard_gapsLongerThanBreakEven_areNotWorthKeeping() {
        assertThat(Uses.of("hazard:300").after(5, Duration.ofSeconds(2_000)).plan())
                .isEqualTo(IdlePlan.NONE);
    }

    @Test
    void hazard_gapsShorterThanBreakEven_areKept() {
        assertThat(Uses.of("hazard:300").after(5, Duration.ofSeconds(1_000)).plan())
                .extracting(IdlePlan::keep, InstanceOfAssertFactories.DURATION)
                .isBetween(Duration.ofSeconds(1_000), Duration.ofSeconds(1_500));
    }

    @Test
    void adaptive_givesUpAndStartsAgainShortlyBefore() {
        // A timer of one hour: the container is ready, after its start of 2 s, within two bins before and two after.
        IdlePlan plan = Uses.of("adaptive:300").after(30, Duration.ofHours(1)).plan();

        assertThat(plan.prewarmAfter().plusSeconds(2)).isBetween(Duration.ofSeconds(3_400), Duration.ofHours(1));
        assertThat(plan.prewarmAfter().plusSeconds(2).plus(plan.keep()))
                .isBetween(Duration.ofHours(1), Duration.ofMinutes(65));
    }

    @Test
    void adaptive_whereNoGapWasLonger_waitsAsBreakEven() {
        Uses uses = Uses.of("adaptive:300");
        for (int i = 1; i <= 60; i++) {
            uses.after(Duration.ofSeconds(i));
        }

        assertThat(uses.plan()).isEqualTo(IdlePlan.keep(Duration.ofMinutes(20)));
    }

    @Test
    void adaptive_fewerThanFiveGaps_areNotEnoughToLearnFrom() {
        // After five of an hour, a window once an hour is cheaper than 20 minutes for nothing and a cold start.
        Uses uses = Uses.of("adaptive:300").after(4, Duration.ofHours(1));

        assertThat(uses.plan()).isEqualTo(IdlePlan.keep(Duration.ofMinutes(20)));
        assertThat(uses.after(Duration.ofHours(1)).plan().prewarmAfter()).isGreaterThan(Duration.ofMinutes(55));
    }

    @Test
    void adaptive_whereSomeGapsAreTooLong_keepsForTheOthers() {
        Uses uses = Uses.of("adaptive:300");
        for (int i = 1; i <= 60; i++) {
            uses.after(Duration.ofSeconds(i)).after(i % 6 == 0 ? 1 : 0, Duration.ofHours(i));
        }

        assertThat(uses.plan().prewarmAfter()).isZero();
        assertThat(uses.plan().keep()).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(90));
    }

    @Test
    void adaptive_whenTheRhythmChanges_forgetsTheOldOne() {
        Uses uses = Uses.of("adaptive:300").after(10_000, Duration.ofSeconds(10));

        uses.after(20_000, Duration.ofHours(1));

        assertThat(uses.plan().prewarmAfter()).isGreaterThan(Duration.ofMinutes(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"breakeven:300", "hazard:300", "adaptive:300"})
    void singleUse_successorIsOrderedAtTheClaimNotAfterTheUse(String name) {
        TypePolicy policy = PoolPolicy.parse(name)
                .forType(AgentType.DEFAULT, SingleUse.of(Duration.ofSeconds(2).toNanos()));
        policy.claimed(0, false);

        assertThat(policy.replacement(0)).isEqualTo(IdlePlan.keep(Duration.ofMinutes(20)));
        assertThat(policy.released(1_000_000_000)).isEqualTo(IdlePlan.NONE);
    }
}
