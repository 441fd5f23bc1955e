package dev.agentperf.reports.gate.stats;

import java.util.Arrays;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;

/** The robust cross-check of a paired t: an outlier moves ranks by one place only. */
public final class Ranks {
    /** Up to here Commons Math counts all sign patterns, beyond it approximates. */
    private static final int EXACT = 16;

    private Ranks() {}

    /**
     * Returns the Hodges-Lehmann estimate: the median of the means of all two, each with itself included.
     *
     * @param values at least one
     */
    public static double hodgesLehmann(double[] values) {
        double[] means = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                means[next++] = (values[i] + values[j]) / 2;
            }
        }
        return Logs.median(means);
    }

    /**
     * Returns the two-sided p-value of Wilcoxon's signed ranks: 1 where all are 0.
     *
     * @param values differences of pairs; those of 0 say nothing and are left out
     */
    public static double wilcoxon(double[] values) {
        double[] some = Arrays.stream(values).filter(value -> value != 0).toArray();
        if (some.length == 0) {
            return 1;
        }
        try {
            return Math.min(
                    1,
                    new WilcoxonSignedRankTest()
                            .wilcoxonSignedRankTest(some, new double[some.length], some.length <= EXACT));
        } catch (MaxCountExceededException e) {
            throw new IllegalStateException("no iteration is counted here", e);
        }
    }
}
