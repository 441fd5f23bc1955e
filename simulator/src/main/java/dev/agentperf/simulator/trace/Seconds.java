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

    /** Reads a decimal number of milliseconds, as {@link #parse} does. */
    static long parseMillis(String text) {
        return scaled(text, -3);
    }

    private static long scaled(String text, int power) {
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
        return BigDecimal.valueOf(nanos, DECIMALS).stripTrailingZeros().toPlainString();
    }

    private static IllegalArgumentException notANumber(String text) {
        return new IllegalArgumentException(Excerpt.of(text) + " is not a decimal number of seconds");
    }

    private static IllegalArgumentException outOfRange(String text) {
        return new IllegalArgumentException(Excerpt.of(text) + " is out of range, expected less than 292 years");
    }
}
