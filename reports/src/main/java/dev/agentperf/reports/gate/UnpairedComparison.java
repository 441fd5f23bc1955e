package dev.agentperf.reports.gate;

import dev.agentperf.reports.gate.stats.Detectable;
import dev.agentperf.reports.gate.stats.Estimate;
import dev.agentperf.reports.gate.stats.Logs;
import dev.agentperf.reports.gate.stats.StudentT;
import java.util.Arrays;
import java.util.List;

/**
 * The comparison of forks that ran in two separate runs. One look, the whole error, no fresh forks to confirm by.
 *
 * @param subject what was measured
 * @param metric the kind of figure
 * @param base the forks of the base
 * @param head the forks of the head
 */
public record UnpairedComparison(Subject subject, Metric metric, List<Fork> base, List<Fork> head) {
    private static final double ALPHA = 0.01;

    /** Copies the forks. */
    public UnpairedComparison {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    /** Returns whether any fork of either side measured this metric. */
    public boolean isMeasured() {
        return base.stream().anyMatch(fork -> fork.of(metric).length > 0)
                && head.stream().anyMatch(fork -> fork.of(metric).length > 0);
    }

    /** Returns the verdict. */
    public Comparison judge() {
        double[] bases = values(base);
        double[] heads = values(head);
        if (bases.length < 2 || heads.length < 2) {
            return undecided("One fork only on a side: how far JVMs differ is not known.");
        }
        if (!isPositive(bases) || !isPositive(heads)) {
            return undecided("A figure is missing, zero, negative or not a number: there is no ratio.");
        }
        Estimate estimate = StudentT.unpaired(bases, heads, ALPHA);
        double detectable = Detectable.unpaired(
                Logs.deviation(Logs.of(bases)), Logs.deviation(Logs.of(heads)), bases.length, heads.length, ALPHA);
        return new Comparison(
                subject,
                metric,
                Method.UNPAIRED,
                list(bases),
                list(heads),
                estimate,
                estimate.pValue(),
                detectable,
                Verdict.of(estimate, metric),
                null,
                null,
                List.of());
    }

    private double[] values(List<Fork> forks) {
        return forks.stream()
                .mapToDouble(fork -> Math.max(Logs.median(fork.of(metric)), metric.floor()))
                .toArray();
    }

    private static boolean isPositive(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0 && Double.isFinite(value));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private Comparison undecided(String note) {
        return Comparison.undecided(subject, metric, Method.UNPAIRED, list(values(base)), list(values(head)), note);
    }
}
