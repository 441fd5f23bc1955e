package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.junit.jupiter.api.Test;

final class SpreadsTest {
    /* Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3: 81 of 263. */
    @Test
    void wilson_isThePublishedInterval() {
        ConfidenceInterval range = Spreads.wilson(81.0 / 263, 263);

        assertThat(range.getLowerBound()).isCloseTo(0.2553, offset(5e-5));
        assertThat(range.getUpperBound()).isCloseTo(0.3662, offset(5e-5));
    }

    @Test
    void shareOfNothing_hasNoRange() {
        assertThat(Spreads.share(0, 0)).isNull();
        assertThat(Spreads.share(Double.NaN, 10)).isNull();
    }

    @Test
    void moreTrialsThanAnIntHolds_haveARangeToo() {
        assertThat(Spreads.share(0.5, 5_000_000_000L)).isEqualTo("95 % interval 50.0\u00A0% to 50.0\u00A0%");
    }
}
