package dev.agentperf.reports.html;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.ForkSeries;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.Logs;
import dev.agentperf.reports.html.Frame.Section;
import dev.agentperf.reports.view.FirstScreen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the gate's template gets.
 *
 * @param report the result
 */
record GatePage(GateReport report) {
    private static final int WORST = 5;
    private static final int CHARTS = 12;

    Frame frame() {
        return new Frame(
                "gate",
                FirstScreen.of(report),
                report.environment(),
                report.seed(),
                List.of(
                        new Section("verdicts", "Answer"),
                        new Section("changes", "Changes"),
                        new Section("forks", "Forks"),
                        new Section("environment", "Environment"),
                        new Section("definitions", "Definitions"),
                        new Section("data", "Data")),
                HtmlReport.data(report));
    }

    /** Returns the comparisons, those that want attention first. */
    List<Comparison> rows() {
        return report.comparisons().stream()
                .sorted(Comparator.comparingInt(
                                (Comparison one) -> one.verdict().urgency())
                        .thenComparing(Comparator.comparingDouble(Comparison::worsening)
                                .reversed()))
                .toList();
    }

    /** Returns what has no verdict, each once: a subject may lack several figures for one reason. */
    List<Unjudged> unjudged() {
        return report.unjudged().stream().distinct().toList();
    }

    List<Comparison> worst() {
        return report.worst(WORST);
    }

    /** Returns the benchmarks whose forks are drawn: those that want attention first, at most twelve. */
    List<Subject> drawn() {
        Set<Subject> measured = new LinkedHashSet<>();
        rows().forEach(row -> measured.add(row.subject()));
        return measured.stream()
                .filter(subject -> !series(subject).isEmpty())
                .limit(CHARTS)
                .toList();
    }

    List<ForkSeries> series(Subject subject) {
        return report.series().stream()
                .filter(series -> series.subject().equals(subject))
                .toList();
    }

    /** Returns what a reader must know of a comparison, one sentence each. */
    static List<String> notes(Comparison one) {
        List<String> notes = new ArrayList<>(one.notes());
        Comparison.Confirmation confirmation = one.confirmation();
        if (confirmation != null && confirmation.confirmed()) {
            notes.add(confirmation.pairs() + " fresh pairs confirm it.");
        }
        if (one.estimate() != null && one.isBlind() && one.verdict() != Verdict.REGRESSED) {
            notes.add("The noise is larger than the band.");
        }
        return notes;
    }

    static double median(List<Double> values) {
        return Logs.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
