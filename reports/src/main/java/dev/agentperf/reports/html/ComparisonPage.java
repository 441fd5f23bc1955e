package dev.agentperf.reports.html;

import dev.agentperf.reports.html.Frame.Section;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.view.FirstScreen;
import dev.agentperf.reports.view.SideRow;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * What the template of two runs gets.
 *
 * @param base the first run
 * @param head the second run
 * @param changes what the gate says of them
 */
record ComparisonPage(RunReport base, RunReport head, GatePage changes) {

    Frame frame() {
        Environment environment = head.environment();
        return new Frame(
                "comparison",
                FirstScreen.of(changes.report()),
                environment,
                environment == null ? null : environment.seed(),
                List.of(
                        new Section("verdicts", "Answer"),
                        new Section("sides", "Side by side"),
                        new Section("starts", "Starts"),
                        new Section("changes", "Changes"),
                        new Section("environment", "Environment"),
                        new Section("definitions", "Definitions"),
                        new Section("data", "Data")),
                HtmlReport.data(changes.report()));
    }

    /** Returns the starts of both runs, one over the other; empty where one of them started nothing. */
    Optional<Content> starts() {
        Starts bases = base.starts();
        Starts heads = head.starts();
        return bases == null || heads == null || !isDrawn(bases) || !isDrawn(heads)
                ? Optional.empty()
                : Optional.of(PercentileChart.of(bases, heads));
    }

    private static boolean isDrawn(Starts starts) {
        return starts.paths().stream().anyMatch(path -> path.n() > 0);
    }

    List<SideRow> rows() {
        return SideRow.of(base, head);
    }
}
