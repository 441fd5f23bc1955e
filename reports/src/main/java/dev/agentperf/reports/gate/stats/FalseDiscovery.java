package dev.agentperf.reports.gate.stats;

import java.util.Arrays;

/** Control of false discoveries over a suite: Benjamini and Hochberg 1995. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Returns the largest p-value that may still be called a discovery; minus infinity where none may.
     *
     * @param pValues one a test, 0 to 1
     * @param rate the share of false ones among the discoveries that is borne, between 0 and 1
     */
    public static double threshold(double[] pValues, double rate) {
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        for (int rank = sorted.length; rank > 0; rank--) {
            if (sorted[rank - 1] <= rate * rank / sorted.length) {
                return sorted[rank - 1];
            }
        }
        return Double.NEGATIVE_INFINITY;
    }
}
