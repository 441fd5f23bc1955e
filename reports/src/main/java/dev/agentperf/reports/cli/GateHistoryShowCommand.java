package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.history.Change;
import dev.agentperf.reports.gate.history.HistoryCheck;
import dev.agentperf.reports.gate.history.HistoryData;
import dev.agentperf.reports.gate.history.HistoryInputs;
import dev.agentperf.reports.gate.history.Series;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.GateWords;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gate history show}: what a history holds. */
@Command(name = "show", description = "List the series of a history: points, latest figure, latest change of level.")
final class GateHistoryShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A history, data.js, JMH's JSON or CSV; .gz too.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path file;

    GateHistoryShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        HistoryData data = HistoryInputs.read(file, file.toString(), "");
        data.notes().forEach(terminal.err()::println);
        TextTable table = new TextTable(
                List.of("series", "metric", "environment", "points", "latest", "unit", "last change", "since"));
        data.series().forEach(series -> table.add(row(series)));
        table.print(terminal.out());
        return ExitCode.OK;
    }

    private static List<String> row(Series series) {
        List<Change> changes = HistoryCheck.changes(series);
        Series.Point latest = series.points().get(series.points().size() - 1);
        return List.of(
                series.key().subject().shortName(),
                series.key().metric(),
                series.key().fingerprint(),
                Figures.count(series.points().size()),
                Figures.number(latest.value()),
                series.key().unit(),
                changes.isEmpty()
                        ? "none"
                        : GateWords.change(changes.get(changes.size() - 1).share()),
                changes.isEmpty() ? "" : changes.get(changes.size() - 1).commit());
    }
}
