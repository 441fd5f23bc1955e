package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.view.GateWords;
import java.util.List;

/** A gate's comparisons as columns of text. */
final class GateTable {
    private GateTable() {}

    static TextTable of(GateReport report) {
        TextTable table =
                new TextTable(List.of("benchmark", "metric", "verdict", "change", "interval", "detectable", "forks"));
        report.comparisons().forEach(one -> table.add(row(one)));
        return table;
    }

    private static List<String> row(Comparison one) {
        return List.of(
                one.subject().shortName(),
                one.metric().name(),
                GateWords.verdict(one.verdict()),
                GateWords.change(one),
                GateWords.interval(one),
                GateWords.detectable(one),
                one.base().size() + "+" + one.head().size());
    }
}
