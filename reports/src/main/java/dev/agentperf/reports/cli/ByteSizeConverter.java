package dev.agentperf.reports.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes as people write them: {@code 512MB}, {@code 1.5GiB}, {@code 64k}; a bare number is bytes. */
final class ByteSizeConverter implements ITypeConverter<ByteSize> {
    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,9})?)\\s*([a-z]*)");
    private static final long KIBI = 1_024;
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("k", 1_000L),
            Map.entry("kb", 1_000L),
            Map.entry("m", 1_000_000L),
            Map.entry("mb", 1_000_000L),
            Map.entry("g", 1_000_000_000L),
            Map.entry("gb", 1_000_000_000L),
            Map.entry("tb", 1_000_000_000_000L),
            Map.entry("kib", KIBI),
            Map.entry("mib", KIBI * KIBI),
            Map.entry("gib", KIBI * KIBI * KIBI),
            Map.entry("tib", KIBI * KIBI * KIBI * KIBI));

    @Override
    public ByteSize convert(String text) {
        return parse(text);
    }

    /**
     * Returns the size.
     *
     * @throws TypeConversionException if the text is none, or is negative
     */
    static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        Long unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new TypeConversionException(
                    "size must be a number with a unit, such as 512MB or 1.5GiB, was " + text);
        }
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        if (bytes.signum() < 0) {
            throw new TypeConversionException("size must not be negative, was " + text);
        }
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new TypeConversionException("size must be at most 8 EiB, was " + text);
        }
        return new ByteSize(bytes.longValue());
    }
}
