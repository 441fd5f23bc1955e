package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.model.JmhResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScoreTest {
    @ParameterizedTest
    @CsvSource({
        "31.2345, 1.9123, ns/op, 31.2 ± 1.9 ns/op",
        "9.71, 0.314, ns/op, 9.71 ± 0.31 ns/op",
        "1822.4, 240.3, ns/op, 1_822 ± 240 ns/op",
        "402, NaN, ns/op, 402 ± – ns/op",
        "1204000, 88000, ops/s, 1.204 ± 0.088 Mops/s",
        "12, 0, ns/op, 12.0 ± – ns/op",
        "NaN, NaN, ns/op, – ± – ns/op"
    })
    void score_showsNoDigitBeyondItsError(double score, double error, String unit, String line) {
        assertThat(Score.of(new JmhResult.Metric(score, error, List.of(), unit)).line())
                .isEqualTo(line.replace('_', '\u202F'));
    }
}
