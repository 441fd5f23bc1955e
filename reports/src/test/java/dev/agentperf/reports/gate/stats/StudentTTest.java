package dev.agentperf.reports.gate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The oracle is Student's own sample of 1908, the extra sleep of ten patients under two drugs, as R prints it. */
final class StudentTTest {
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void paired_sleepOfTenPatients_isWhatRPrints() {
        Estimate estimate = StudentT.paired(Logs.ratios(exp(FIRST), exp(SECOND)), 0.05);

        assertThat(Math.log(estimate.ratio())).isCloseTo(1.58, within(1e-9));
        assertThat(Math.log(estimate.low())).isCloseTo(0.7001142, within(1e-6));
        assertThat(Math.log(estimate.high())).isCloseTo(2.4598858, within(1e-6));
        assertThat(estimate.pValue()).isCloseTo(0.002833, within(1e-6));
    }

    @Test
    void unpaired_sleepOfTenPatients_isWhatRPrints() {
        Estimate estimate = StudentT.unpaired(exp(FIRST), exp(SECOND), 0.05);

        assertThat(Math.log(estimate.low())).isCloseTo(-0.2054832, within(1e-6));
        assertThat(Math.log(estimate.high())).isCloseTo(3.3654832, within(1e-6));
        assertThat(estimate.pValue()).isCloseTo(0.07939, within(1e-5));
    }

    @Test
    void paired_equalRatios_areCertain() {
        Estimate estimate = StudentT.paired(Logs.ratios(new double[] {16, 16}, new double[] {24, 24}), 0.01);

        assertThat(estimate.low()).isEqualTo(estimate.high()).isCloseTo(1.5, within(1e-12));
        assertThat(estimate.pValue()).isZero();
    }

    @Test
    void paired_noChangeAtAll_isNoEvidence() {
        assertThat(StudentT.paired(new double[] {0, 0, 0}, 0.01).pValue()).isEqualTo(1);
    }

    @Test
    void paired_onePair_isRefused() {
        assertThatThrownBy(() -> StudentT.paired(new double[] {0.1}, 0.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a spread needs at least 2 pairs, were 1");
    }

    @Test
    void logs_zeroOrNegativeOrInfinite_areRefused() {
        for (double value : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Logs.of(new double[] {1, value}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a ratio needs values above 0, was " + value);
        }
    }

    private static double[] exp(double[] values) {
        return Arrays.stream(values).map(Math::exp).toArray();
    }
}
