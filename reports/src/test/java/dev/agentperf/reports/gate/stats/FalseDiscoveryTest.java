package dev.agentperf.reports.gate.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The oracle is the worked example of Benjamini and Hochberg 1995, section 4: 15 tests, four discoveries. */
final class FalseDiscoveryTest {
    private static final double[] PAPER = {
        0.0459, 0.0001, 0.3240, 0.0004, 0.0019, 0.4262, 0.0095, 0.0201, 0.5719, 0.0278, 0.0298, 0.6528, 0.0344, 0.7590,
        1
    };

    @Test
    void threshold_exampleOfThePaper_letsFourThrough() {
        assertThat(FalseDiscovery.threshold(PAPER, 0.05)).isEqualTo(0.0095);
    }

    @Test
    void threshold_nothingSmallEnough_letsNoneThrough() {
        assertThat(FalseDiscovery.threshold(new double[] {0.2, 0.6}, 0.05)).isNegative();
        assertThat(FalseDiscovery.threshold(new double[] {}, 0.05)).isNegative();
    }

    @Test
    void threshold_stepUp_letsAWeakOneThroughBehindStrongOnes() {
        // 0.04 and 0.045 fail their own ranks, 0.0167 and 0.0333; 0.05 meets the third.
        assertThat(FalseDiscovery.threshold(new double[] {0.04, 0.05, 0.045}, 0.05))
                .isEqualTo(0.05);
    }
}
