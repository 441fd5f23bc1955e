package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationConverterTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "2s, PT2S",
        "10m, PT10M",
        "1.5min, PT1M30S",
        "1h, PT1H",
        "2d, PT48H",
        "0s, PT0S",
        "250us, PT0.00025S",
        "250µs, PT0.00025S",
        "7ns, PT0.000000007S",
        "2 s, PT2S",
        "0.1ns, PT0S"
    })
    void durationAsPeopleWriteIt_isRead(String text, Duration duration) {
        assertThat(DurationConverter.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "five s", "5 parsecs", "5S", "1e3s", "5ms5"})
    void otherText_isRejected(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> DurationConverter.parse(text))
                .withMessage("duration must be a number with a unit, such as 500ms, 2s or 10m, was " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "-0.5ms"})
    void negativeDuration_isRejected(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> DurationConverter.parse(text))
                .withMessage("duration must not be negative, was " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"106752d", "999999999999h"})
    void endlessDuration_isRejected(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> DurationConverter.parse(text))
                .withMessage("duration must be at most 292 years, was " + text);
    }
}
