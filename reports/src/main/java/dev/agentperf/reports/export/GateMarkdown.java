package dev.agentperf.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.agentperf.reports.gate.Calibration;
import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.Logs;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.GateRemarks;
import dev.agentperf.reports.view.GateWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The gate's result for a pull request or a step's summary: verdicts first, undecided and quiet comparisons last, and
 * cut before a forge would refuse it. Stateless and thread-safe.
 */
public final class GateMarkdown {
    /** GitHub takes 65,536 characters in a comment and 1 MiB in a step's summary. */
    public static final int COMMENT_BYTES = 65_000;

    private static final List<String> HEAD = List.of(
            "Benchmark", "Metric", "Verdict", "Base#", "Head#", "Change#", "Interval#", "Detectable#", "Forks#");

    private GateMarkdown() {}

    /** Returns the text, at most {@value #COMMENT_BYTES} bytes of UTF-8. */
    public static String render(GateReport report) {
        List<Comparison> rows = report.comparisons().stream()
                .sorted(Comparator.comparing(Comparison::verdict)
                        .thenComparing(Comparator.comparingDouble(Comparison::worsening)
                                .reversed()))
                .toList();
        int shown = rows.size();
        String text = render(report, rows, shown);
        while (text.getBytes(UTF_8).length > COMMENT_BYTES && shown > 0) {
            shown = shown * 3 / 4;
            text = render(report, rows, shown);
        }
        return text;
    }

    private static String render(GateReport report, List<Comparison> rows, int shown) {
        Markdown text = new Markdown().heading(2, "agentperf gate");
        text.paragraph("**" + Markdown.sentence(GateWords.answer(report)) + "**");
        text.paragraph(counts(report));
        if (shown > 0) {
            text.table(HEAD, rows.stream().limit(shown).map(GateMarkdown::row));
        }
        if (shown < rows.size()) {
            text.paragraph(
                    "The " + (rows.size() - shown) + " quietest comparisons are left out here; gate.json has all.");
        }
        if (!report.unjudged().isEmpty()) {
            text.heading(3, "Not judged").items(items(report, shown));
        }
        List<String> notes = notes(report);
        if (!notes.isEmpty()) {
            text.heading(3, "To know").items(notes);
        }
        return text.toString();
    }

    private static String counts(GateReport report) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            counts.add(GateWords.verdict(verdict) + " " + report.count(verdict));
        }
        for (Unjudged.Reason reason : Unjudged.Reason.values()) {
            if (report.count(reason) > 0) {
                counts.add(reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + report.count(reason));
            }
        }
        return String.join(", ", counts);
    }

    private static List<String> row(Comparison one) {
        return List.of(
                Markdown.name(one.subject().shortName()),
                Markdown.name(one.metric().name()),
                GateWords.verdict(one.verdict()),
                GateWords.figure(median(one.base()), one),
                GateWords.figure(median(one.head()), one),
                GateWords.change(one),
                GateWords.interval(one),
                GateWords.detectable(one),
                one.base().size() + " + " + one.head().size());
    }

    private static double median(List<Double> values) {
        return Logs.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<String> items(GateReport report, int most) {
        return report.unjudged().stream()
                .limit(Math.max(20, most))
                .map(one -> Markdown.name(one.subject().shortName()) + ": " + Markdown.sentence(one.message()))
                .toList();
    }

    private static List<String> notes(GateReport report) {
        List<String> notes = new ArrayList<>();
        GateRemarks.reasons(report).forEach(reason -> notes.add(Markdown.sentence(reason)));
        report.warnings().forEach(warning -> notes.add(Markdown.sentence(warning)));
        Calibration calibration = report.calibration();
        if (calibration != null) {
            notes.add(GateRemarks.calibration(report, calibration));
        }
        if (report.seed() != null) {
            notes.add("Seed " + report.seed() + ", " + Figures.seconds(report.seconds()) + " of forks.");
        }
        return notes;
    }
}
