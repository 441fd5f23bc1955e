package dev.agentperf.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, 500000000",
        "1.5h, 5400000000000",
        "90s, 90000000000",
        "10m, 600000000000",
        "7d, 604800000000000",
        "0s, 0",
        "250us, 250000",
        "3ns, 3"
    })
    void text_isRead(String text, long nanos) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @CsvSource({"90s, 90s", "600s, 10m", "0s, 0s", "1.5s, 1500ms", "48h, 2d"})
    void duration_isWrittenInTheLongestUnitThatDividesIt(String text, String written) {
        assertThat(Durations.format(Durations.parse(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-5s", "ms", "5 s", "1e3s", "5w", "NaNs", "999999999999999d"})
    void otherText_isRejected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("'" + text + "'");
    }
}
