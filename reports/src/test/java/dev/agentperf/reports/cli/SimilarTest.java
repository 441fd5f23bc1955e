package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimilarTest {
    @ParameterizedTest
    @CsvSource({
        "simulat, simulate",
        "smiulate, simulate",
        "--polcy, --policies",
        "--prise, --price",
        "paln, plan",
        "predict, predict",
        "xyzzy,",
        "'',"
    })
    void nearestWord_isFound_andNothingWhereNoneIsNear(String word, String expected) {
        List<String> words = List.of("simulate", "plan", "predict", "--policies", "--price", "--placement");

        assertThat(Similar.to(word, words).orElse(null)).isEqualTo(expected);
    }
}
