package dev.agentperf.reports.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers as people write them: {@code 10000}, {@code 10_000}, {@code 10k}, {@code 1.5M}. */
final class CountConverter implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("([+-]?\\d[\\d_]{0,24}(?:\\.\\d{1,9})?)([kKmMgG]?)");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "", BigDecimal.ONE,
            "k", BigDecimal.valueOf(1_000),
            "m", BigDecimal.valueOf(1_000_000),
            "g", BigDecimal.valueOf(1_000_000_000));

    private final long least;
    private final long most;

    private CountConverter(long least, long most) {
        this.least = least;
        this.most = most;
    }

    static ITypeConverter<Long> ofLong() {
        return new CountConverter(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static ITypeConverter<Integer> ofInt() {
        CountConverter counts = new CountConverter(Integer.MIN_VALUE, Integer.MAX_VALUE);
        return text -> Math.toIntExact(counts.convert(text));
    }

    @Override
    public Long convert(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("expected a whole number, such as 10000 or 10k, was '" + text + "'");
        }
        BigDecimal number = new BigDecimal(matcher.group(1).replace("_", ""))
                .multiply(UNITS.getOrDefault(matcher.group(2).toLowerCase(Locale.ROOT), BigDecimal.ONE));
        if (number.stripTrailingZeros().scale() > 0) {
            throw new TypeConversionException("expected a whole number, such as 10000 or 10k, was '" + text + "'");
        }
        if (number.compareTo(BigDecimal.valueOf(most)) > 0 || number.compareTo(BigDecimal.valueOf(least)) < 0) {
            throw new TypeConversionException("expected a number from " + least + " to " + most + ", was " + text);
        }
        return number.longValueExact();
    }
}
