package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01T00:00:01.000000001Z, 1000000001",
        "1970-01-01 00:00:00.1234567, 123456700",
        "1970-01-01T02:00:00+02:00, 0",
        "1970-01-01T00:00:00-0130, 5400000000000",
        "1970-01-01T00:00:00+00, 0",
        "1969-12-31T23:59:59.9z, -100000000",
        "2000-02-29T00:00:00Z, 951782400000000000",
        "12.5, 12500000000",
        "-3, -3000000000"
    })
    void parse_isoOrEpochSeconds_isExact(String text, long nanos) {
        assertThat(Times.parse(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-08-01",
                "2025-08-01T",
                "2025-02-30T00:00:00Z",
                "2025-08-01T24:00:00Z",
                "2025-08-01T00:00:00.Z",
                "2025-08-01T00:00:00Zulu",
                "2025-08-01T00:00:00+99:00",
                "2025-08-01T00:00",
                "2025-8-1T00:00:00Z"
            })
    void parse_malformedIso_quotesIt(String text) {
        assertThatThrownBy(() -> Times.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time \"" + text + "\" is neither ISO-8601 nor epoch seconds");
    }

    @Test
    void parse_yearThatNanosecondsCannotHold_saysWhichYearsCan() {
        assertThatThrownBy(() -> Times.parse("9999-01-01T00:00:00Z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a year from 1678 to 2261");
    }

    @Test
    void lacksZone_dependsOnTheZoneOnly() {
        assertThat(Times.lacksZone("2025-08-01T16:21:03.551563")).isTrue();
        assertThat(Times.lacksZone("2025-08-01T16:21:03Z")).isFalse();
        assertThat(Times.lacksZone("2025-08-01T16:21:03-05:00")).isFalse();
        assertThat(Times.lacksZone("1754065263.55")).isFalse();
    }
}
