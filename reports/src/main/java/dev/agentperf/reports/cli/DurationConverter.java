package dev.agentperf.reports.cli;

import dev.agentperf.time.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets picocli read durations as {@link Durations} does, and tell in one line what is wrong with others. */
final class DurationConverter implements ITypeConverter<Duration> {
    /** Returns the text without the blank that many put before a unit. */
    static String normal(String text) {
        return text.strip().replaceFirst("^([\\d.]+)\\s+(\\p{Lower}+)$", "$1$2");
    }

    @Override
    public Duration convert(String text) {
        if (text.startsWith("-")) {
            throw new TypeConversionException("duration must not be negative, was '" + text + "'");
        }
        try {
            return Durations.parse(normal(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
