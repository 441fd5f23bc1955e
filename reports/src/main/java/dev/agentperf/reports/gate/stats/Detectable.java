package dev.agentperf.reports.gate.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/** What a number of pairs can detect: the minimum detectable effect, MDE, and its inverse. */
public final class Detectable {
    private static final double POWER = 0.8;
    private static final int FEWEST = 2;
    private static final int MOST = 100_000;

    private Detectable() {}

    /**
     * Returns the smallest growth that an interval excludes from no change four times in five, as a share: 0.05 is 5 %.
     *
     * @param deviation the standard deviation of a pair's log ratio, 0 or more
     * @param pairs how many pairs, at least 2
     * @param alpha the two-sided error of the look
     */
    public static double effect(double deviation, int pairs, double alpha) {
        return effectOf(deviation / Math.sqrt(pairs), pairs - 1.0, alpha);
    }

    /**
     * Returns the same for two independent samples of forks.
     *
     * @param base the standard deviation of the base's logarithms
     * @param head the standard deviation of the head's
     * @param bases how many forks the base has, at least 2
     * @param heads how many forks the head has, at least 2
     */
    public static double unpaired(double base, double head, int bases, int heads, double alpha) {
        double error = Math.sqrt(base * base / bases + head * head / heads);
        return effectOf(error, bases + heads - 2.0, alpha);
    }

    private static double effectOf(double error, double freedom, double alpha) {
        return Math.expm1((StudentT.quantile(1 - alpha / 2, freedom) + StudentT.quantile(POWER, freedom)) * error);
    }

    /**
     * Returns about how many pairs decide: {@code n = (t s / d)^2}, where d is the band or, where that is larger, the
     * change that was seen; at least 2.
     */
    @SuppressWarnings("NullAway") // The library documents a null generator: nothing is drawn.
    public static int pairs(double deviation, double seen, double band, double alpha) {
        double distance = Math.max(Math.log1p(band), Math.abs(seen));
        double normal = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - alpha / 2);
        int pairs = (int) Math.max(FEWEST, Math.min(MOST, Math.ceil(Math.pow(normal * deviation / distance, 2))));
        /* t exceeds the normal quantile, by little where there are many: a few steps settle it. */
        while (pairs < MOST
                && StudentT.quantile(1 - alpha / 2, pairs - 1.0) * deviation / Math.sqrt(pairs) > distance) {
            pairs++;
        }
        return pairs;
    }
}
