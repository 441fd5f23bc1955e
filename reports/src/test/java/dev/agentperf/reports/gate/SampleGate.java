package dev.agentperf.reports.gate;

import dev.agentperf.reports.gate.stats.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A gate's report with one of everything. */
public final class SampleGate {
    /** A parameter's value that no format takes as it is. */
    public static final String HOSTILE = "\"q\", \\n\\ <&>'\n\t\u0000]]> \u00e9 \ud83d\ude00";

    private SampleGate() {}

    /** Returns a report with every verdict and a benchmark that threw. */
    public static GateReport report() {
        return report(
                List.of(
                        comparison("slower", Verdict.REGRESSED, 0.02),
                        comparison("same", Verdict.EQUIVALENT, 0.02),
                        comparison("faster", Verdict.IMPROVED, 0.02),
                        comparison("noisy", Verdict.INCONCLUSIVE, 0.4)),
                List.of(new Unjudged(Subject.of("a.B.broken"), Unjudged.Reason.FAILED, "It threw.")));
    }

    /** Returns a report of those comparisons. */
    public static GateReport of(Comparison... comparisons) {
        return report(Arrays.asList(comparisons), List.of());
    }

    /**
     * Returns a report that a careless writer would spoil: a name with every sign that some format escapes, a fork that
     * is no number, figures of both directions from tiny to huge, and a side without any figure.
     */
    public static GateReport hostile() {
        Subject subject = new Subject("a.B.c", Map.of("text", HOSTILE));
        Metric rate = new Metric("hit rate", "ratio", Direction.LARGER, 0.01, 0);
        return report(
                List.of(
                        undecided(subject, Metric.CPU, 1e-7, Double.NaN, 2.5e-7),
                        undecided(subject, Metric.WALL, 3e12, 4e12),
                        undecided(subject, rate, 0.5, 0.25),
                        undecided(subject, Metric.ALLOC, Double.NaN, Double.POSITIVE_INFINITY)),
                List.of(new Unjudged(subject, Unjudged.Reason.REMOVED, HOSTILE)));
    }

    private static Comparison undecided(Subject subject, Metric metric, Double... head) {
        return Comparison.undecided(subject, metric, Method.PAIRED, List.of(1.0), List.of(head), HOSTILE);
    }

    /** Returns a report of so many comparisons. */
    public static GateReport large(int comparisons) {
        return report(
                IntStream.range(0, comparisons)
                        .mapToObj(i -> comparison("same" + i, Verdict.EQUIVALENT, 0.02))
                        .toList(),
                List.of());
    }

    /** Returns a comparison that came out so. */
    public static Comparison comparison(String method, Verdict verdict, double detectable) {
        double ratio = verdict == Verdict.REGRESSED ? 1.2 : verdict == Verdict.IMPROVED ? 0.8 : 1;
        double half = verdict == Verdict.INCONCLUSIVE ? 0.3 : 0.01;
        return new Comparison(
                Subject.of("a.B." + method),
                Metric.CPU,
                Method.PAIRED,
                List.of(100.0, 101.0, 99.0),
                List.of(100 * ratio, 100 * ratio + 1, 100 * ratio - 1),
                new Estimate(ratio, ratio - half, ratio + half, 0.01, 0.001),
                0.001,
                detectable,
                verdict,
                verdict == Verdict.REGRESSED
                        ? new Comparison.Confirmation(6, new Estimate(1.2, 1.1, 1.3, 0.05, 0.001), true)
                        : null,
                null,
                List.of());
    }

    private static GateReport report(List<Comparison> comparisons, List<Unjudged> unjudged) {
        List<ForkSeries> series = List.of(
                new ForkSeries(Subject.of("a.B.slower"), "cpu", Side.BASE, 1, List.of(120.0, 101.0, 100.0)),
                new ForkSeries(Subject.of("a.B.slower"), "cpu", Side.HEAD, 1, List.of(140.0, 121.0, 120.0)));
        return new GateReport(
                GateReport.SCHEMA_VERSION,
                GateReport.Kind.RUN,
                "base.jar",
                "head.jar",
                7L,
                60,
                comparisons,
                unjudged,
                comparisons.isEmpty() ? List.of() : series,
                null,
                null,
                List.of());
    }
}
