package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The published rules, and the points at which other implementations are known to differ from them. */
final class HybridTest {
    private static final IdlePlan WHOLE_RANGE = IdlePlan.keep(Duration.ofHours(4));

    @Test
    void withoutHistory_keepsForTheWholeRange() {
        assertThat(Uses.of("hybrid").plan()).isEqualTo(WHOLE_RANGE);
    }

    @Test
    void oneBin_startsBeforeItsBeginningAndKeepsBeyondItsEnd() {
        // Ten gaps of 30.5 min: head rounds down to 30 min, tail up to 31; 0.9 x 30 = 27, 1.1 x 31 = 34.1.
        IdlePlan plan = Uses.of("hybrid").after(10, Duration.ofSeconds(1_830)).plan();

        assertThat(plan.prewarmAfter()).isEqualTo(Duration.ofMinutes(27));
        // Less the time before: some keep for all of 1.1 x the tail, from the pre-warming on.
        assertThat(plan.keep()).isEqualTo(Duration.ofSeconds((long) (34.1 * 60) - 27 * 60));
    }

    @Test
    void headInTheFirstBin_doesNotUnload() {
        IdlePlan plan = Uses.of("hybrid").after(10, Duration.ofSeconds(20)).plan();

        assertThat(plan).isEqualTo(IdlePlan.keep(Duration.ofSeconds(66)));
    }

    @Test
    void evenCounts_tellNothing() {
        // One gap in each of the 240 bins: the counts do not vary at all, though the times vary much. Whoever tests the
        // variation of the times, or the other way round, takes this for a pattern.
        Uses uses = Uses.of("hybrid");
        for (int minute = 0; minute < 240; minute++) {
            uses.after(Duration.ofSeconds(60L * minute + 30));
        }

        assertThat(uses.plan()).isEqualTo(WHOLE_RANGE);
    }

    @Test
    void percentiles_areTheFifthAndTheNinetyNinth() {
        // 4 gaps of 5.5 min, 90 of 20.5, 6 of 60.5: the 5th percentile is among the 90, the 99th among the 6.
        IdlePlan plan = Uses.of("hybrid")
                .after(4, Duration.ofSeconds(330))
                .after(90, Duration.ofSeconds(1_230))
                .after(6, Duration.ofSeconds(3_630))
                .plan();

        assertThat(plan.prewarmAfter()).isEqualTo(Duration.ofMinutes(18));
        assertThat(plan.prewarmAfter().plus(plan.keep())).isEqualTo(Duration.ofSeconds(4_026));
    }

    @Test
    void mostGapsBeyondTheRange_areForecastNotIgnored() {
        // The median of 5, 5, 10 and 10 h is 5 (the lower one): 15 % before, for 30 %.
        IdlePlan plan = Uses.of("hybrid")
                .after(Duration.ofHours(10), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(5))
                .plan();

        assertThat(plan).isEqualTo(new IdlePlan(Duration.ofMinutes(255), Duration.ofMinutes(90)));
    }

    @Test
    void fewerThanHalfBeyondTheRange_leaveTheHistogram() {
        IdlePlan plan = Uses.of("hybrid")
                .after(6, Duration.ofSeconds(1_830))
                .after(5, Duration.ofHours(5))
                .plan();

        assertThat(plan.prewarmAfter()).isEqualTo(Duration.ofMinutes(27));
    }

    @Test
    void sideBySide_eachContainerHasItsOwnGap() {
        // Three at once, every 30.5 min: three gaps of 30.5 min each time, none of zero.
        Uses uses = Uses.of("hybrid").sideBySide(3, Duration.ofSeconds(1_830));
        for (int i = 0; i < 20; i++) {
            uses.sideBySide(3, Duration.ofSeconds(1_830));
        }

        assertThat(uses.plan().prewarmAfter()).isEqualTo(Duration.ofMinutes(27));
    }

    @Test
    void plan_isMadeAnewAfterEachUse() {
        Uses uses = Uses.of("hybrid").after(10, Duration.ofSeconds(20));
        IdlePlan early = uses.plan();

        assertThat(uses.after(200, Duration.ofSeconds(1_830)).plan()).isNotEqualTo(early);
    }

    @Test
    void otherRange_hasThatManyBins() {
        assertThat(Uses.of("hybrid:1h").plan()).isEqualTo(IdlePlan.keep(Duration.ofHours(1)));
        // 100 min lie beyond one hour: forecast.
        assertThat(Uses.of("hybrid:1h").after(Duration.ofMinutes(100)).plan())
                .isEqualTo(new IdlePlan(Duration.ofMinutes(85), Duration.ofMinutes(30)));
    }
}
