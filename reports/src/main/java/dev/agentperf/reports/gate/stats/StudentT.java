package dev.agentperf.reports.gate.stats;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t on logarithms: the interval of a ratio, for pairs and for two independent samples. */
public final class StudentT {
    private StudentT() {}

    /**
     * Returns the paired estimate: {@code exp(mean d +- t(1 - alpha/2, K - 1) s / sqrt K)}.
     *
     * @param logRatios {@code ln(head / base)} of each pair, at least two
     * @param alpha the interval's error, above 0
     * @throws IllegalArgumentException if there are fewer than two pairs
     */
    public static Estimate paired(double[] logRatios, double alpha) {
        int pairs = logRatios.length;
        if (pairs < 2) {
            throw new IllegalArgumentException("a spread needs at least 2 pairs, were " + pairs);
        }
        double error = Math.sqrt(Logs.variance(logRatios) / pairs);
        return estimate(Logs.mean(logRatios), error, pairs - 1, alpha);
    }

    /**
     * Returns the estimate of two independent samples whose variances may differ (Welch 1947).
     *
     * @param base values above 0, at least two
     * @param head values above 0, at least two
     * @throws IllegalArgumentException if a side has fewer than two values, or one that is not above 0
     */
    public static Estimate unpaired(double[] base, double[] head, double alpha) {
        if (base.length < 2 || head.length < 2) {
            throw new IllegalArgumentException(
                    "a spread needs at least 2 forks a side, were " + base.length + " and " + head.length);
        }
        double[] bases = Logs.of(base);
        double[] heads = Logs.of(head);
        double ofBase = Logs.variance(bases) / bases.length;
        double ofHead = Logs.variance(heads) / heads.length;
        double sum = ofBase + ofHead;
        double freedom = sum == 0
                ? bases.length + heads.length - 2
                : sum * sum / (ofBase * ofBase / (bases.length - 1) + ofHead * ofHead / (heads.length - 1));
        return estimate(Logs.mean(heads) - Logs.mean(bases), Math.sqrt(sum), freedom, alpha);
    }

    /** Returns the {@code probability} quantile of Student's t with so many degrees of freedom. */
    public static double quantile(double probability, double freedom) {
        return distribution(freedom).inverseCumulativeProbability(probability);
    }

    private static Estimate estimate(double mean, double error, double freedom, double alpha) {
        double half = error == 0 ? 0 : quantile(1 - alpha / 2, freedom) * error;
        double ratio = Math.exp(mean);
        return new Estimate(
                ratio,
                Math.min(ratio, Math.exp(mean - half)),
                Math.max(ratio, Math.exp(mean + half)),
                alpha,
                p(mean, error, freedom));
    }

    private static double p(double mean, double error, double freedom) {
        if (error == 0) {
            return mean == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * distribution(freedom).cumulativeProbability(-Math.abs(mean / error)));
    }

    /* Without a generator: nothing is drawn from it, and making one costs more than the quantile. */
    @SuppressWarnings("NullAway") // The library documents null for this.
    private static TDistribution distribution(double freedom) {
        return new TDistribution(null, freedom);
    }
}
