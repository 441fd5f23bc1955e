package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class CountConverterTest {
    @ParameterizedTest
    @CsvSource({"7, 7", "10_000, 10000", "10k, 10000", "10K, 10000", "1.5M, 1500000", "2g, 2000000000", "-5, -5"})
    void count_isRead(String text, long expected) throws Exception {
        assertThat(CountConverter.ofLong().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "k",
                "ten",
                "1.5",
                "0.0001k",
                "NaN",
                "1e6",
                "0x10",
                "10 k",
                "٣",
                "99999999999999999999999999999"
            })
    void anythingElse_isRefusedInOneSentence(String text) {
        assertThatThrownBy(() -> CountConverter.ofLong().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("expected a");
    }

    @Test
    void intOption_takesNoMoreThanAnInt() throws Exception {
        assertThat(CountConverter.ofInt().convert("2k")).isEqualTo(2_000);
        assertThatThrownBy(() -> CountConverter.ofInt().convert("3g"))
                .hasMessage("expected a number from -2147483648 to 2147483647, was 3g");
    }
}
