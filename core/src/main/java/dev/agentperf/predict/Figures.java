package dev.agentperf.predict;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences: three significant digits, never in scientific notation. */
final class Figures {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Figures() {}

    static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String of(double value, Resource resource) {
        return of(value) + " " + resource.unit();
    }

    static String percent(double share) {
        return of(share * 100) + " %";
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String effective(double runs) {
        return of(runs) + " effective runs";
    }
}
