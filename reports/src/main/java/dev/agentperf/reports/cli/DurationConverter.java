package dev.agentperf.reports.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 2s}, {@code 1.5min}, {@code 10m}, {@code 1h}. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,12}(?:\\.\\d{1,9})?)\\s*([a-z\u00B5\u03BC]+)");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("ns", Duration.ofNanos(1)),
            Map.entry("us", Duration.ofNanos(1_000)),
            Map.entry("\u00B5s", Duration.ofNanos(1_000)),
            Map.entry("\u03BCs", Duration.ofNanos(1_000)),
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)));

    @Override
    public Duration convert(String text) {
        return parse(text);
    }

    /**
     * Returns the duration.
     *
     * @throws TypeConversionException if the text is none, is negative or has no unit
     */
    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new TypeConversionException(
                    "duration must be a number with a unit, such as 500ms, 2s or 10m, was " + text);
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit.toNanos()));
        if (nanos.signum() < 0) {
            throw new TypeConversionException("duration must not be negative, was " + text);
        }
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new TypeConversionException("duration must be at most 292 years, was " + text);
        }
        return Duration.ofNanos(nanos.longValue());
    }
}
