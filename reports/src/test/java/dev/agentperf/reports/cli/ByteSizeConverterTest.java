package dev.agentperf.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class ByteSizeConverterTest {
    @ParameterizedTest
    @CsvSource({
        "1.5GiB, 1610612736",
        "512MB, 512000000",
        "64k, 64000",
        "10, 10",
        "7 B, 7",
        "1TiB, 1099511627776",
        "0, 0"
    })
    void sizeAsPeopleWriteIt_isRead(String text, long bytes) {
        assertThat(ByteSizeConverter.parse(text)).isEqualTo(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "1.5 pounds", "1,5GB", "0x10"})
    void otherText_isRejected(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> ByteSizeConverter.parse(text))
                .withMessage("size must be a number with a unit, such as 512MB or 1.5GiB, was " + text);
    }

    @ParameterizedTest
    @CsvSource({"-1MB, size must not be negative", "99999999TiB, size must be at most 8 EiB"})
    void sizeOutOfRange_isRejected(String text, String rule) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> ByteSizeConverter.parse(text))
                .withMessage(rule + ", was " + text);
    }
}
