package dev.agentperf.reports.view;

import dev.agentperf.reports.model.JmhResult;
import java.math.BigDecimal;

/**
 * A benchmark's score as a reader sees it: no digit beyond its error.
 *
 * @param value the score
 * @param error half the 99.9 % interval, in the same unit; {@link Figures#NONE} where one iteration gives none
 * @param unit the unit, with a prefix where the figure asks for one
 */
public record Score(String value, String error, String unit) {
    private static final int ERROR_DIGITS = 2;

    /** Returns the score of a metric. */
    public static Score of(JmhResult.Metric metric) {
        Scale scale = Scale.of(metric);
        double score = metric.score() / scale.factor;
        double error = metric.scoreError() / scale.factor;
        if (!Double.isFinite(error) || !Double.isFinite(score) || error <= 0) {
            return new Score(Figures.number(score), Figures.NONE, scale.unit(metric));
        }
        int decimals = Math.max(0, ERROR_DIGITS - 1 - (int) Math.floor(Math.log10(error)));
        return new Score(
                Figures.fixed(BigDecimal.valueOf(score), decimals),
                Figures.fixed(BigDecimal.valueOf(error), decimals),
                scale.unit(metric));
    }

    /** Returns all three, on one line. */
    public String line() {
        return value + " \u00B1 " + error + " " + unit;
    }

    /** The prefix that keeps large rates readable; times carry their unit already. */
    private enum Scale {
        ONE(1, ""),
        KILO(1e3, "k"),
        MEGA(1e6, "M"),
        GIGA(1e9, "G");

        private final double factor;
        private final String prefix;

        Scale(double factor, String prefix) {
            this.factor = factor;
            this.prefix = prefix;
        }

        static Scale of(JmhResult.Metric metric) {
            Scale fit = ONE;
            for (Scale scale : values()) {
                if (metric.scoreUnit().startsWith("ops/") && Math.abs(metric.score()) >= scale.factor) {
                    fit = scale;
                }
            }
            return fit;
        }

        String unit(JmhResult.Metric metric) {
            return prefix + metric.scoreUnit();
        }
    }
}
