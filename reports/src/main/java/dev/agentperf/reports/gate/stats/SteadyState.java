package dev.agentperf.reports.gate.stats;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Where a fork's warm-up ends: at the first six windows whose coefficient of variation is below 2 % and which neither
 * only rise nor only fall.
 */
public final class SteadyState {
    private static final int WINDOWS = 6;
    private static final double VARIATION = 0.02;

    private SteadyState() {}

    /**
     * Returns the first steady window; empty where there is none.
     *
     * @param windows one value a window, in order of time
     */
    public static OptionalInt start(double[] windows) {
        for (int from = 0; from + WINDOWS <= windows.length; from++) {
            double[] six = Arrays.copyOfRange(windows, from, from + WINDOWS);
            if (isCalm(six) && !isMonotone(six)) {
                return OptionalInt.of(from);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isCalm(double[] six) {
        double mean = Logs.mean(six);
        return mean > 0 && Logs.deviation(six) / mean < VARIATION;
    }

    private static boolean isMonotone(double[] six) {
        boolean rises = true;
        boolean falls = true;
        for (int i = 1; i < six.length; i++) {
            rises &= six[i] > six[i - 1];
            falls &= six[i] < six[i - 1];
        }
        return rises || falls;
    }
}
