package dev.agentperf.reports.cli;

import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Target.Verdict;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.PoolRow;
import dev.agentperf.reports.view.Verdicts;
import java.io.PrintWriter;
import java.util.List;

/** The pool under load as tables for a terminal, one a load. */
final class PoolTable {
    private static final List<String> HEAD = List.of("figure", "measured", "spread", "n", "demanded", "verdict");

    private PoolTable() {}

    static void print(PoolLoads loads, PrintWriter out) {
        for (PoolLoad load : loads.loads()) {
            out.println(load.name() + ". " + String.join(" ", PoolRow.story(load)));
            TextTable table = new TextTable(HEAD);
            PoolRow.of(load).forEach(row -> table.add(cells(row)));
            table.print(out);
            out.println();
        }
    }

    private static List<String> cells(PoolRow row) {
        Verdict verdict = row.verdict();
        return List.of(
                row.name(),
                row.measured(),
                row.spread(),
                row.n(),
                row.demand(),
                verdict == null ? Figures.NONE : Verdicts.word(verdict));
    }
}
