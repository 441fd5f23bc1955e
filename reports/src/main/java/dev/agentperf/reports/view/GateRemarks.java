package dev.agentperf.reports.view;

import dev.agentperf.reports.gate.Calibration;
import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.PairedComparison;
import dev.agentperf.reports.gate.Verdict;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reader of a gate's verdicts must know beside them. Stateless and thread-safe. */
public final class GateRemarks {
    private static final int NAMES = 3;

    private GateRemarks() {}

    /**
     * Returns why comparisons have no verdict, however long one would measure: a reason once, with the comparisons that
     * it holds for.
     */
    public static List<String> reasons(GateReport report) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Comparison one : report.comparisons()) {
            if (one.verdict() == Verdict.INCONCLUSIVE && one.detectable() == null) {
                one.notes()
                        .forEach(note -> byReason.computeIfAbsent(note, none -> new ArrayList<>())
                                .add(one.subject().shortName() + " "
                                        + one.metric().name()));
            }
        }
        return byReason.entrySet().stream()
                .map(entry -> some(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    /** Returns what unchanged code showed of a machine: how often it alarms, and what it detects. */
    public static String calibration(GateReport report, Calibration known) {
        if (known.comparisons() == 0) {
            return "No comparison had the " + PairedComparison.FEWEST
                    + " pairs that a verdict needs: a larger budget or fewer benchmarks give them.";
        }
        return "Alarms on unchanged code: " + known.alarms() + " of " + known.comparisons() + " (95 % interval "
                + Figures.percent(known.rateLow()) + " to " + Figures.percent(known.rateHigh())
                + "); with base and head swapped at random within the same pairs, "
                + Figures.percent(known.relabelled()) + " before confirmation. Changes seen four times in five: "
                + detected(report) + ".";
    }

    private static String detected(GateReport report) {
        Map<String, DoubleSummaryStatistics> byMetric = new LinkedHashMap<>();
        report.comparisons().stream()
                .filter(one -> one.detectable() != null)
                .forEach(one -> byMetric.computeIfAbsent(one.metric().name(), metric -> new DoubleSummaryStatistics())
                        .accept(GateWords.unseen(one)));
        return byMetric.entrySet().stream()
                .map(entry -> entry.getKey() + " from "
                        + GateWords.share(entry.getValue().getMin()) + " to "
                        + GateWords.share(entry.getValue().getMax()))
                .collect(Collectors.joining(", "));
    }

    private static String some(List<String> names) {
        int more = names.size() - NAMES;
        return String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
                + (more > 0 ? " and " + Figures.count(more) + " more" : "");
    }
}
