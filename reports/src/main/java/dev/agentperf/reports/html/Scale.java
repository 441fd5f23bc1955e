package dev.agentperf.reports.html;

import java.util.List;
import java.util.stream.IntStream;

/** Round numbers for a linear axis that begins at 0. */
final class Scale {
    private static final int STEPS = 4;

    private Scale() {}

    /** Returns a round number that is at least {@code value}, with a little room; 1 for nothing. */
    static double above(double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            return 1;
        }
        double step = value / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double factor : new double[] {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10}) {
            if (step <= power * factor) {
                return power * factor * STEPS;
            }
        }
        return power * 10 * STEPS;
    }

    /** Returns five values from 0 to {@code end}, evenly apart. */
    static List<Double> ticks(double end) {
        return IntStream.rangeClosed(0, STEPS).mapToObj(i -> end * i / STEPS).toList();
    }
}
