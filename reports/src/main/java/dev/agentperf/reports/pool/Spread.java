package dev.agentperf.reports.pool;

import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.Target;
import dev.agentperf.stats.LatencySnapshot;
import java.util.Arrays;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** Figures with the range in which the same load, run again, would put them. */
final class Spread {
    static final double NANOS_PER_MS = 1e6;

    private static final double CONFIDENCE = 0.95;

    /** The normal distribution's quantile for an interval that holds 95 in 100. */
    private static final double Z = 1.959964;

    private Spread() {}

    /**
     * Returns a quantile of recorded times, in milliseconds, with its 95 % interval. Distribution-free: how many of n
     * observations lie below a quantile is binomial, so the interval's ends are quantiles too (Conover, Practical
     * Nonparametric Statistics, 3.2; normal approximation). Beyond the largest observation the interval has no end.
     *
     * @param quantile 0 to 1
     */
    static PoolFigure quantile(String name, LatencySnapshot times, double quantile) {
        double reach = times.count() == 0 ? 0 : Z * Math.sqrt(quantile * (1 - quantile) / times.count());
        return PoolFigure.of(
                name,
                Target.MS,
                millis(times, quantile),
                millis(times, Math.max(0, quantile - reach)),
                quantile + reach < 1 ? millis(times, quantile + reach) : null,
                times.count());
    }

    private static double millis(LatencySnapshot times, double quantile) {
        return times.quantileNanos(quantile) / NANOS_PER_MS;
    }

    /** Returns a share of independent trials with its 95 % interval (Wilson 1927). */
    static PoolFigure share(String name, long successes, long trials) {
        if (trials == 0) {
            return PoolFigure.of(name, Target.RATIO, 0, 0, 1.0, 0);
        }
        double share = (double) successes / trials;
        ConfidenceInterval interval = new WilsonScoreInterval()
                .createInterval(Math.toIntExact(trials), Math.toIntExact(successes), CONFIDENCE);
        return PoolFigure.of(
                name,
                Target.RATIO,
                share,
                Math.min(share, Math.max(0, interval.getLowerBound())),
                Math.max(share, Math.min(1, interval.getUpperBound())),
                trials);
    }

    /** Returns the median of a few repetitions, with the least and the most of them. */
    static PoolFigure median(String name, String unit, double... repetitions) {
        double[] sorted = repetitions.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return PoolFigure.of(name, unit, median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }
}
