package dev.agentperf.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScaleTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "0.078, 0.08", "1, 1", "9, 10", "121, 160", "23400, 30000", "99999, 100000"})
    void end_isRound_andHoldsTheValue(double value, double end) {
        assertThat(Scale.above(value)).isCloseTo(end, Percentage.withPercentage(1e-9));
    }

    @Test
    void ticks_areEvenlyApart() {
        assertThat(Scale.ticks(8)).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0);
    }
}
