package dev.agentperf.reports.gate.stats;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Arithmetic on small samples, and the step from ratios to logarithms. */
public final class Logs {
    private Logs() {}

    /**
     * Returns {@code ln(head / base)} of each pair.
     *
     * @throws IllegalArgumentException if the lengths differ or a value is not above 0
     */
    public static double[] ratios(double[] base, double[] head) {
        if (base.length != head.length) {
            throw new IllegalArgumentException("pairs must be whole, were " + base.length + " and " + head.length);
        }
        double[] bases = of(base);
        double[] heads = of(head);
        for (int i = 0; i < heads.length; i++) {
            heads[i] -= bases[i];
        }
        return heads;
    }

    /**
     * Returns the natural logarithms.
     *
     * @throws IllegalArgumentException if a value is not above 0, or not finite
     */
    public static double[] of(double[] values) {
        double[] logs = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("a ratio needs values above 0, was " + values[i]);
            }
            logs[i] = Math.log(values[i]);
        }
        return logs;
    }

    /** Returns the middle value; the mean of the middle two where there are two; NaN for none. */
    public static double median(double[] values) {
        return new Median().evaluate(values);
    }

    static double mean(double[] values) {
        return new Mean().evaluate(values);
    }

    static double variance(double[] values) {
        return new Variance().evaluate(values);
    }

    /** Returns the standard deviation of a sample; NaN below two values. */
    public static double deviation(double[] values) {
        return values.length < 2 ? Double.NaN : Math.sqrt(variance(values));
    }
}
