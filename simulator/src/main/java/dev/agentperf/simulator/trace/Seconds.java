package dev.agentperf.simulator.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal seconds as nanoseconds, exactly: no binary fraction lies between. */
final class Seconds {
    static final long NANOS = 1_000_000_000L;

    private static final int DECIMALS = 9;
    private static final int LONGEST_TEXT = 64;
    // 10^10 seconds are past the range of a long of nanoseconds.
    private static final int MOST_DIGITS = 10;
    // As many characters as a long holds digits, whatever they are.
    private static final int MOST_PLAIN = 18;
    private static final long[] SCALE = new long[DECIMALS + 1];
    private static final long[] MOST_BY_SCALE = new long[DECIMALS + 1];

    static {
        SCALE[DECIMALS] = 1;
        for (int i = DECIMALS - 1; i >= 0; i--) {
            SCALE[i] = SCALE[i + 1] * 10;
        }
        for (int i = 0; i <= DECIMALS; i++) {
            MOST_BY_SCALE[i] = Long.MAX_VALUE / SCALE[i];
        }
    }

    private Seconds() {}

    /**
     * Reads a decimal number of seconds; digits beyond the ninth decimal round half up.
     *
     * @return nanoseconds
     * @throws IllegalArgumentException if it is none, or past the 292 years that a long of nanoseconds holds
     */
    static long parse(String text) {
        return scaled(text, 0);
    }

    /**
     * Reads a duration, as {@link #parse} does.
     *
     * @throws IllegalArgumentException also if it is negative; the message names {@code field}
     */
    static long parseDuration(String text, String field) {
        long nanos = parse(text);
        if (nanos < 0) {
            throw new IllegalArgumentException(field + " must not be negative, was " + Excerpt.line(text) + " s");
        }
        return nanos;
    }

    /** Reads a decimal number of milliseconds, as {@link #parse} does. */
    static long parseMillis(String text) {
        return scaled(text, -3);
    }

    /** Reads a duration in milliseconds, as {@link #parseDuration} does. */
    static long parseDurationMillis(String text, String field) {
        long nanos = parseMillis(text);
        if (nanos < 0) {
            throw new IllegalArgumentException(field + " must not be negative, was " + Excerpt.line(text));
        }
        return nanos;
    }

    private static long scaled(String text, int power) {
        if (power == 0) {
            long plain = plain(text);
            if (plain >= 0) {
                return plain;
            }
        }
        return general(text, power);
    }

    // By hand what nearly every number of a trace is, digits with at most nine decimals; -1 for all others.
    private static long plain(String text) {
        long value = 0;
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c >= '0' && c <= '9' && i < MOST_PLAIN) {
                value = value * 10 + (c - '0');
            } else {
                return -1;
            }
        }
        int decimals = point < 0 ? 0 : text.length() - 1 - point;
        boolean wellFormed = !text.isEmpty() && point != 0 && point != text.length() - 1;
        return wellFormed && decimals <= DECIMALS && value <= MOST_BY_SCALE[decimals] ? value * SCALE[decimals] : -1;
    }

    private static long general(String text, int power) {
        if (text.length() > LONGEST_TEXT) {
            throw notANumber(text);
        }
        try {
            BigDecimal value = new BigDecimal(text).scaleByPowerOfTen(power);
            return nanos(value, text);
        } catch (NumberFormatException e) {
            throw notANumber(text);
        } catch (ArithmeticException e) {
            throw outOfRange(text);
        }
    }

    private static long nanos(BigDecimal value, String text) {
        // Checked before anything is computed: 1e999999999 would not fit into memory.
        long magnitude = (long) value.precision() - value.scale();
        if (value.signum() == 0 || magnitude < -DECIMALS) {
            return 0;
        }
        if (magnitude > MOST_DIGITS) {
            throw outOfRange(text);
        }
        return value.setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** Returns {@code nanos} as decimal seconds without trailing zeros; {@link #parse} gives {@code nanos} back. */
    static String format(long nanos) {
        long whole = nanos / NANOS;
        long fraction = Math.abs(nanos % NANOS);
        if (fraction == 0) {
            return Long.toString(whole);
        }
        StringBuilder text = new StringBuilder()
                .append(nanos < 0 ? "-" : "")
                .append(Math.abs(whole))
                .append('.');
        for (long unit = NANOS / 10, rest = fraction; rest > 0; rest %= unit, unit /= 10) {
            text.append(rest / unit);
        }
        return text.toString();
    }

    private static IllegalArgumentException notANumber(String text) {
        return new IllegalArgumentException(Excerpt.of(text) + " is not a decimal number of seconds");
    }

    private static IllegalArgumentException outOfRange(String text) {
        return new IllegalArgumentException(Excerpt.of(text) + " is out of range, expected less than 292 years");
    }
}
