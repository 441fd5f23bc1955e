package dev.agentperf.reports.view;

import dev.agentperf.reports.gate.stats.PairedBootstrap;
import dev.agentperf.reports.gate.stats.QuantileSample;
import dev.agentperf.reports.model.StartPath;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.jspecify.annotations.Nullable;

/** The ranges that hold figures with 95 % confidence. Stateless and thread-safe. */
public final class Spreads {
    private static final double CONFIDENCE = 0.95;
    /** The library doubles and squares them. */
    private static final int MOST_TRIALS = 100_000_000;

    private static final String WORDS = "95 % interval ";

    private Spreads() {}

    /**
     * Returns the range of a share of independent trials (Wilson 1927), both ends from 0 to 1.
     *
     * @param trials at least 1; beyond {@value #MOST_TRIALS} the range is as narrow as it gets
     */
    public static ConfidenceInterval wilson(double share, long trials) {
        int n = (int) Math.min(trials, MOST_TRIALS);
        return new WilsonScoreInterval().createInterval(n, (int) Math.round(share * n), CONFIDENCE);
    }

    /** Returns the range of a share as text; null without trials. */
    static @Nullable String range(double share, long trials) {
        if (trials <= 0 || !(share >= 0 && share <= 1)) {
            return null;
        }
        ConfidenceInterval range = wilson(share, trials);
        return words(
                Figures.percent(Math.max(0, range.getLowerBound())),
                Figures.percent(Math.min(1, range.getUpperBound())));
    }

    /** Returns the range of a share in a sentence; null without trials. */
    static @Nullable String share(double share, long trials) {
        String range = range(share, trials);
        return range == null ? null : WORDS + range;
    }

    /**
     * Returns the range of a quantile of starts in a sentence, by order statistics; null without starts. It has no
     * upper end where all of so few starts may well lie below the quantile.
     */
    static @Nullable String quantile(StartPath path, double quantile) {
        if (path.n() == 0) {
            return null;
        }
        PairedBootstrap.Interval range = QuantileSample.of(path).interval(quantile, 1 - CONFIDENCE);
        if (Double.isInfinite(range.high())) {
            return WORDS + "from " + Figures.millis(range.low()) + "; " + Figures.count(path.n(), "start")
                    + " give no upper end";
        }
        return WORDS + words(Figures.millis(range.low()), Figures.millis(range.high()));
    }

    private static String words(String low, String high) {
        return low + " to " + high;
    }
}
