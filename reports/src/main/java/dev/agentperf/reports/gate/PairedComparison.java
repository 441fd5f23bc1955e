package dev.agentperf.reports.gate;

import dev.agentperf.reports.gate.stats.AlphaSpending;
import dev.agentperf.reports.gate.stats.Detectable;
import dev.agentperf.reports.gate.stats.Estimate;
import dev.agentperf.reports.gate.stats.Logs;
import dev.agentperf.reports.gate.stats.PairedBootstrap;
import dev.agentperf.reports.gate.stats.Ranks;
import dev.agentperf.reports.gate.stats.StudentT;
import java.util.ArrayList;
import java.util.List;

/**
 * The comparison of interleaved fork pairs.
 *
 * @param subject what was measured
 * @param metric the kind of figure
 * @param pairs in order of time
 */
public record PairedComparison(Subject subject, Metric metric, List<ForkPair> pairs) {
    /**
     * Two or three pairs happen to agree far more often than their own spread tells: no verdict before the first look.
     */
    public static final int FEWEST = AlphaSpending.STANDARD.firstPairs();

    private static final long BOOTSTRAP_SEED = 1;

    /** Copies the pairs. */
    public PairedComparison {
        pairs = List.copyOf(pairs);
    }

    /** Returns the verdict of these pairs, at a look that spends {@code alpha}; none on fewer than {@link #FEWEST}. */
    public Comparison judge(AlphaSpending spending, double alpha) {
        if (pairs.size() < 2) {
            return undecided("One pair only: how far JVMs differ is not known.");
        }
        if (!pairs.stream().allMatch(pair -> pair.has(metric))) {
            return undecided("A figure is missing, zero, negative or not a number: there is no ratio.");
        }
        double[] logs = logs();
        Estimate estimate = StudentT.paired(logs, alpha);
        Verdict verdict = pairs.size() < FEWEST ? Verdict.INCONCLUSIVE : Verdict.of(estimate, metric);
        return new Comparison(
                subject,
                metric,
                Method.PAIRED,
                values(Side.BASE),
                values(Side.HEAD),
                estimate,
                spending.adjusted(estimate.pValue(), alpha),
                pairs.size() < FEWEST ? null : Detectable.effect(Logs.deviation(logs), logs.length, alpha),
                verdict,
                null,
                null,
                notes(verdict, spending));
    }

    /** Returns about how many pairs it takes to decide, as far as these tell; 0 where there is no figure. */
    public int needed(AlphaSpending spending) {
        if (pairs.size() < 2 || !pairs.stream().allMatch(pair -> pair.has(metric))) {
            return 0;
        }
        double[] logs = logs();
        double mean = Math.log(StudentT.paired(logs, spending.total()).ratio());
        return Detectable.pairs(Logs.deviation(logs), mean, metric.band(), spending.alphaAt(spending.maxPairs()));
    }

    /** Returns what fresh pairs say of an alarm. */
    public Comparison.Confirmation confirm(double alpha) {
        Estimate estimate = StudentT.paired(logs(), alpha);
        Estimate cost = metric.better() == Direction.SMALLER ? estimate : estimate.inverse();
        return new Comparison.Confirmation(pairs.size(), estimate, cost.isAbove());
    }

    /** Returns other estimates of the same ratio; costly. */
    public Comparison.CrossCheck check(double alpha) {
        double[] logs = logs();
        PairedBootstrap.Interval interval = PairedBootstrap.of(
                pairs.stream().map(pair -> pair.windows(metric)).toList(), alpha, BOOTSTRAP_SEED);
        return new Comparison.CrossCheck(
                interval.low(), interval.high(), Math.exp(Ranks.hodgesLehmann(logs)), Ranks.wilcoxon(logs));
    }

    private List<String> notes(Verdict verdict, AlphaSpending spending) {
        List<String> notes = new ArrayList<>();
        long unsteady = pairs.stream().filter(pair -> !pair.isSteady()).count();
        if (unsteady > 0) {
            notes.add("No steady state in " + unsteady + " of " + pairs.size() + " pairs.");
        }
        if (pairs.size() < FEWEST) {
            notes.add("No verdict on fewer than " + FEWEST + " pairs, whatever they show.");
        } else if (verdict == Verdict.INCONCLUSIVE) {
            notes.add("About " + Math.max(1, needed(spending) - pairs.size()) + " more pairs would decide.");
        }
        return notes;
    }

    private double[] logs() {
        return Logs.ratios(array(Side.BASE), array(Side.HEAD));
    }

    private double[] array(Side side) {
        return pairs.stream().mapToDouble(pair -> pair.value(side, metric)).toArray();
    }

    private List<Double> values(Side side) {
        return pairs.stream().map(pair -> pair.value(side, metric)).toList();
    }

    private Comparison undecided(String note) {
        return Comparison.undecided(subject, metric, Method.PAIRED, values(Side.BASE), values(Side.HEAD), note);
    }
}
