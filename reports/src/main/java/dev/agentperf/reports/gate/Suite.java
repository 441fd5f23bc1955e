package dev.agentperf.reports.gate;

import dev.agentperf.reports.gate.stats.FalseDiscovery;
import java.util.List;
import java.util.stream.Stream;

/** The correction for how many questions a suite asks at once. */
public final class Suite {
    /** The share of false ones among the discoveries that is borne. */
    public static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final String NOTE = "Significant alone, but not among as many comparisons as this suite makes.";

    private Suite() {}

    /** Returns the comparisons, those that do not survive the correction inconclusive. */
    public static List<Comparison> corrected(List<Comparison> comparisons) {
        double threshold = FalseDiscovery.threshold(
                comparisons.stream()
                        .flatMap(one -> Stream.ofNullable(one.adjustedP()))
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                FALSE_DISCOVERY_RATE);
        return comparisons.stream()
                .map(comparison ->
                        survives(comparison, threshold) ? comparison : comparison.judged(Verdict.INCONCLUSIVE, NOTE))
                .toList();
    }

    private static boolean survives(Comparison comparison, double threshold) {
        boolean discovery = comparison.verdict() == Verdict.REGRESSED || comparison.verdict() == Verdict.IMPROVED;
        Double p = comparison.adjustedP();
        return !discovery || p == null || p <= threshold;
    }
}
