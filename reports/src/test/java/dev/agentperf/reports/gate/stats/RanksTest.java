package dev.agentperf.reports.gate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The oracle is Hollander and Wolfe's depression scale of nine patients (1973): V = 40. */
final class RanksTest {
    private static final double[] BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    private static final double[] AFTER = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

    @Test
    void wilcoxon_ninePatients_isTheBooks() {
        assertThat(Ranks.wilcoxon(differences())).isCloseTo(0.03906, within(1e-5));
    }

    @Test
    void hodgesLehmann_ninePatients_isTheBooks() {
        assertThat(Ranks.hodgesLehmann(differences())).isCloseTo(0.46, within(1e-9));
    }

    @Test
    void hodgesLehmann_threeValues_isTheMedianOfTheirSixMeans() {
        // Means: 0, 1, 5, 2, 6, 10; sorted 0 1 2 5 6 10.
        assertThat(Ranks.hodgesLehmann(new double[] {0, 2, 10})).isEqualTo(3.5);
    }

    @Test
    void wilcoxon_nothingButZeros_isNoEvidence() {
        assertThat(Ranks.wilcoxon(new double[] {0, 0, 0})).isEqualTo(1);
    }

    private static double[] differences() {
        double[] differences = new double[BEFORE.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = BEFORE[i] - AFTER[i];
        }
        return differences;
    }
}
