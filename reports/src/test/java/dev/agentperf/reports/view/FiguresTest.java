package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1.00",
        "12.345, 12.3",
        "0.0123456, 0.0123",
        "999.5, 1_000",
        "9.996, 10.0",
        "123456, 123_000",
        "-4321, −4_320",
        "NaN, –",
        "Infinity, ∞"
    })
    void number_hasThreeSignificantDigits(double value, String text) {
        assertThat(Figures.number(value)).isEqualTo(spaced(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1_000", "1204331, 1_204_331", "-1000, −1_000", "-999, −999"})
    void count_isExact(long count, String text) {
        assertThat(Figures.count(count)).isEqualTo(spaced(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0~ms", "0.0005, 500~ns", "0.145, 145~µs", "12.34, 12.3~ms", "999, 999~ms", "29000, 29.0~s"})
    void duration_takesTheUnitThatSuitsIt(double ms, String text) {
        assertThat(Figures.millis(ms)).isEqualTo(spaced(text));
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.50~s", "119, 119~s", "3480.2, 58.0~min", "86400, 24.0~h"})
    void seconds_takeTheUnitThatSuitsThem(double seconds, String text) {
        assertThat(Figures.seconds(seconds)).isEqualTo(spaced(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0~%", "1, 100~%", "0.8, 80.0~%", "0.99962, >~99.9~%", "0.9989, 99.9~%", "0.00012, 0.0120~%"})
    void share_readsAsHundredOnlyWhereItIs(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(spaced(text));
    }

    @ParameterizedTest
    @CsvSource({"999, 999~B", "1500000, 1.50~MB", "25276973056, 25.3~GB"})
    void bytes_takeDecimalUnits(long bytes, String text) {
        assertThat(Figures.bytes(bytes)).isEqualTo(spaced(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0~ms", "0.1, 100~µs", "0.00012, 120~ns", "125, 125~ms", "37.5, 37.5~ms", "2500, 2.5~s"})
    void axis_showsNoZerosAtTheEnd(double ms, String text) {
        assertThat(Figures.axisMillis(ms)).isEqualTo(spaced(text));
    }

    private static String spaced(String text) {
        return text.replace('_', '\u202F').replace('~', '\u00A0');
    }
}
