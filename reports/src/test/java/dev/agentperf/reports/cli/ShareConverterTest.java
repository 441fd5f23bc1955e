package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class ShareConverterTest {
    @ParameterizedTest
    @CsvSource({"0.99, 0.99", "99%, 0.99", "99.5 %, 0.995", ".5, 0.5", "1, 1", "-1, -1"})
    void share_isReadWithAndWithoutPerCent(String text, double expected) {
        assertThat(new ShareConverter().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "much", "NaN", "Infinity", "0x1p3", "1%%"})
    void otherText_isRefused(String text) {
        assertThatThrownBy(() -> new ShareConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("share must look like 0.99 or 99%");
    }
}
