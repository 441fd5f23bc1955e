package dev.agentperf.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 90s}, {@code 10m}, {@code 1.5h}, {@code 7d}. */
public final class Durations {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(ns|us|ms|s|m|h|d)");

    private Durations() {}

    /** The units, the longest first. */
    private enum Unit {
        D("d", 86_400_000_000_000L),
        H("h", 3_600_000_000_000L),
        M("m", 60_000_000_000L),
        S("s", 1_000_000_000L),
        MS("ms", 1_000_000L),
        US("us", 1_000L),
        NS("ns", 1L);

        private final String text;
        private final long nanos;

        Unit(String text, long nanos) {
            this.text = text;
            this.nanos = nanos;
        }

        static Unit of(String text) {
            for (Unit unit : values()) {
                if (unit.text.equals(text)) {
                    return unit;
                }
            }
            throw new AssertionError(text);
        }
    }

    /**
     * Reads a duration.
     *
     * @param text a number, fractions allowed, and one of the units ns, us, ms, s, m, h, d
     * @throws IllegalArgumentException if the text is no duration or one of more than 292 years
     */
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("duration must look like 500ms, 90s, 10m or 1h, was '" + text + "'");
        }
        BigDecimal nanos =
                new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(Unit.of(matcher.group(2)).nanos));
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("duration must be shorter than 292 years, was '" + text + "'");
        }
        return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Writes a duration so that {@link #parse} reads the same one, in the longest unit that divides it. */
    public static String format(Duration duration) {
        long nanos = duration.toNanos();
        for (Unit unit : Unit.values()) {
            if (nanos != 0 && nanos % unit.nanos == 0) {
                return nanos / unit.nanos + unit.text;
            }
        }
        return "0s";
    }
}
