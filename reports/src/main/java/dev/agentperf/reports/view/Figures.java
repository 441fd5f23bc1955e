package dev.agentperf.reports.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Figures as a reader sees them: three significant digits, SI units, the same in every locale, thousands parted by a
 * narrow space that does not break. Stateless and thread-safe.
 */
public final class Figures {

    /** What stands where a figure does not apply. */
    public static final String NONE = "\u2013";

    private static final char NARROW_SPACE = '\u202F';
    private static final char SPACE = '\u00A0';
    private static final int DIGITS = 3;
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private Figures() {}

    /** Returns a count, to the last digit. */
    public static String count(long count) {
        return grouped(String.valueOf(count));
    }

    /** Returns a count with its noun, in the plural where it is not 1. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns a number with three significant digits. */
    public static String number(double value) {
        return number(value, DIGITS);
    }

    /** Returns a duration in the unit that suits it, from ns to s. */
    public static String millis(double ms) {
        return millis(ms, DIGITS);
    }

    /** Returns a duration without zeros at its end, for an axis. */
    public static String axisMillis(double ms) {
        if (ms == 0 || ms >= 1) {
            return ms < KILO ? axisNumber(ms) + SPACE + "ms" : axisNumber(ms / KILO) + SPACE + "s";
        }
        return ms < 1e-3 ? axisNumber(ms * MEGA) + SPACE + "ns" : axisNumber(ms * KILO) + SPACE + "\u00B5s";
    }

    /** Returns a number without zeros at its end, for an axis. */
    public static String axisNumber(double value) {
        return grouped(plain(value));
    }

    /** Returns a share as a percentage without zeros at its end, for an axis. */
    public static String axisPercent(double share) {
        return grouped(plain(share * 100)) + SPACE + "%";
    }

    /** Returns seconds, in the unit that suits them, from ns to h. */
    public static String seconds(double seconds) {
        if (seconds >= 7_200) {
            return number(seconds / 3_600) + SPACE + "h";
        }
        return seconds >= 120 ? number(seconds / 60) + SPACE + "min" : millis(seconds * KILO);
    }

    /**
     * Returns seconds without zeros at their end, for an axis.
     *
     * @param most the axis's end, which decides on the unit of all its ticks
     */
    public static String axisSeconds(double seconds, double most) {
        if (most >= 7_200) {
            return axisNumber(seconds / 3_600) + SPACE + "h";
        }
        return most >= 120 ? axisNumber(seconds / 60) + SPACE + "min" : axisNumber(seconds) + SPACE + "s";
    }

    /** Returns a share from 0 to 1 as a percentage; only exactly 1 reads as 100 %, and only exactly 0 as 0 %. */
    public static String percent(double share) {
        return percent(share, DIGITS);
    }

    /** Returns megabyte-seconds as gigabyte-seconds. */
    public static String gigabyteSeconds(double megabyteSeconds) {
        return number(megabyteSeconds / KILO);
    }

    /** Returns bytes in the decimal unit that suits them. */
    public static String bytes(long bytes) {
        if (bytes >= GIGA) {
            return number(bytes / GIGA) + SPACE + "GB";
        }
        return bytes >= MEGA ? number(bytes / MEGA) + SPACE + "MB" : count(bytes) + SPACE + "B";
    }

    static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? NONE : value > 0 ? "\u221E" : "\u2212\u221E";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        int decimals = rounded.signum() == 0 ? 0 : Math.max(0, digits - (rounded.precision() - rounded.scale()));
        return fixed(rounded, decimals);
    }

    /** Returns a number with that many decimals. */
    static String fixed(BigDecimal value, int decimals) {
        return grouped(value.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    }

    static String millis(double ms, int digits) {
        double size = Math.abs(ms);
        if (size == 0 || !Double.isFinite(ms)) {
            return number(ms) + SPACE + "ms";
        }
        if (size < 1e-3) {
            return number(ms * MEGA, digits) + SPACE + "ns";
        }
        if (size < 1) {
            return number(ms * KILO, digits) + SPACE + "\u00B5s";
        }
        return size < KILO ? number(ms, digits) + SPACE + "ms" : number(ms / KILO, digits) + SPACE + "s";
    }

    static String percent(double share, int digits) {
        if (share == 0 || share == 1) {
            return String.format(Locale.ROOT, "%.0f", share * 100) + SPACE + "%";
        }
        String text = number(share * 100, digits);
        if (share < 1 && share > 0.9 && text.startsWith("100")) {
            return ">" + SPACE + "99.9" + SPACE + "%";
        }
        return text + SPACE + "%";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        int start = plain.startsWith("-") ? 1 : 0;
        for (int i = (point < 0 ? plain.length() : point) - 3; i > start; i -= 3) {
            text.insert(i, NARROW_SPACE);
        }
        if (start == 1) {
            text.setCharAt(0, '\u2212');
        }
        return text.toString();
    }
}
