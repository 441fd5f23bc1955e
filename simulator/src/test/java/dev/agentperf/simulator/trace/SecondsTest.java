package dev.agentperf.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecondsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000000",
        "-1.5, -1500000000",
        "0.1, 100000000",
        "1690670535.699352001, 1690670535699352001",
        "1e3, 1000000000000",
        "25E-1, 2500000000",
        "0.0000000005, 1",
        "0.00000000049, 0",
        "9223372036.854775807, 9223372036854775807",
        "-9223372036.854775808, -9223372036854775808",
        "000000000000000000000000000012.5, 12500000000",
        "12.5000000000000000000000000000, 12500000000",
        "+5, 5000000000",
        ".5, 500000000",
        "5., 5000000000",
        "1e-400, 0",
        "0e999999999, 0"
    })
    void parse_decimal_isExact(String text, long nanos) {
        assertThat(Seconds.parse(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036.854775808", "1e999999999", "-1e11", "1690670535699352"})
    void parse_pastALongOfNanoseconds_saysOutOfRange(String text) {
        assertThatThrownBy(() -> Seconds.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is out of range, expected less than 292 years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NaN", "Infinity", "1,5", "0x10", "1e", "--1", "1e99999999999"})
    void parse_noDecimal_saysSo(String text) {
        assertThatThrownBy(() -> Seconds.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parse_veryLongText_isRefusedWithAShortMessage() {
        assertThatThrownBy(() -> Seconds.parse("1".repeat(1_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .hasSizeLessThan(200);
    }

    @Test
    void parseMillis_decimal_isExact() {
        assertThat(Seconds.parseMillis("0.1")).isEqualTo(100_000);
        assertThat(Seconds.parseMillis("53004")).isEqualTo(53_004_000_000L);
    }

    @Test
    void format_nanoseconds_hasNoTrailingZeros() {
        assertThat(Seconds.format(1_500_000_000)).isEqualTo("1.5");
        assertThat(Seconds.format(100_000_000_000L)).isEqualTo("100");
        assertThat(Seconds.format(1)).isEqualTo("0.000000001");
        assertThat(Seconds.format(-1_050_000_000)).isEqualTo("-1.05");
        assertThat(Seconds.format(Long.MIN_VALUE)).isEqualTo("-9223372036.854775808");
    }
}
