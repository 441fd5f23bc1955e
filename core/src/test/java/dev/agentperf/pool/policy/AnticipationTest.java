package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Containers that take 1.6 s to start, so that the margin is 0.1 s. */
final class AnticipationTest {
    private static final double START = 1.6e9;

    private static IdlePlan plan(double probability, Duration earliest, Duration latest, Duration coldIsWorth) {
        return new Anticipation(new ExpectedClaim(probability, earliest, latest), START)
                .plan((double) coldIsWorth.toNanos());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    @Test
    void sureClaim_isReadyFromAMarginBeforeItsSpan_untilAMarginAfter() {
        IdlePlan plan = plan(1, seconds(5), seconds(9), seconds(100));

        // Ordered 1.6 s before 4.9 s, and ready until 9.1 s.
        assertThat(plan).isEqualTo(new IdlePlan(seconds(3.3), seconds(4.2)));
    }

    @Test
    void claimThatComesBeforeAStartIsOver_isNotWaitedFor() {
        assertThat(plan(1, seconds(0.5), seconds(1.5), seconds(1_000))).isEqualTo(IdlePlan.NONE);
    }

    @Test
    void claimThatMayComeBeforeAStartIsOver_countsByWhatIsLeftOfItsSpan() {
        // Of 0 to 3.2 s, the last half is left: ready from 1.6 s to 3.3 s. It comes then with probability 1/2 and waits
        // 0.8 s in the mean, else 1.7 s are for nothing: 1.25 s are spent, so that a start must be worth 2.5 s.
        assertThat(plan(1, Duration.ZERO, seconds(3.2), seconds(2.51)))
                .isEqualTo(new IdlePlan(Duration.ZERO, seconds(1.7)));
        assertThat(plan(1, Duration.ZERO, seconds(3.2), seconds(2.49))).isEqualTo(IdlePlan.NONE);
    }

    @Test
    void improbableClaim_isWorthItOnlyWhereAColdStartIsDear() {
        // Ready from 4.9 to 9.1 s. One time in ten it waits 2.1 s in the mean, else 4.2 s: 3.99 s, against a tenth of a
        // start.
        assertThat(plan(0.1, seconds(5), seconds(9), seconds(40))).isNotEqualTo(IdlePlan.NONE);
        assertThat(plan(0.1, seconds(5), seconds(9), seconds(39))).isEqualTo(IdlePlan.NONE);
    }

    @Test
    void claimAtAKnownTime_hasTheMarginsAlone() {
        assertThat(plan(1, seconds(5), seconds(5), seconds(1))).isEqualTo(new IdlePlan(seconds(3.3), seconds(0.2)));
    }

    @Test
    void claimThatIsNoClaim_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedClaim(0, Duration.ZERO, Duration.ZERO))
                .withMessage("probability must be more than 0 and at most 1, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedClaim(Double.NaN, Duration.ZERO, Duration.ZERO))
                .withMessage("probability must be more than 0 and at most 1, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedClaim(1, seconds(2), seconds(1)))
                .withMessage("latest must not be before earliest, was PT1S before PT2S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedClaim(1, seconds(-1), seconds(1)))
                .withMessage("earliest must not be negative, was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedClaim(1, Duration.ZERO, Duration.ofDays(2)))
                .withMessage("latest must be at most PT24H away, was PT48H");
    }
}
