package dev.agentperf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class BandwidthTest {
    @Test
    void of_alikeRuns_isTheNarrowest() {
        assertThat(Bandwidth.of(new double[] {3, 3, 3, 3, 3})).isEqualTo(0.015);
    }

    /** Of two runs d apart the likelihood is exp(-d²/2h²)/h squared, greatest at h = d. */
    @Test
    void of_twoRuns_isTheirDistance() {
        assertThat(Bandwidth.of(new double[] {0, 0.06})).isCloseTo(0.06, within(1e-9));
    }

    @Test
    void of_runsSpreadWide_isTheWidest() {
        assertThat(Bandwidth.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})).isBetween(0.15, 0.2);
    }

    /** Two clusters, each two percent wide and a doubling apart: sharp, though all runs together are spread by 35 %. */
    @Test
    void of_tightClusters_isTheirWidthAndNotTheirDistance() {
        double[] logs = {0, 0.02, 0.01, 0.03, 0.02, 0.7, 0.72, 0.71, 0.73, 0.72};

        assertThat(Bandwidth.of(logs)).isLessThan(0.025);
    }
}
