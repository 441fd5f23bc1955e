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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gate history show}: what a history holds. */
@Command(
        name = "show",
        description = "List the series of a history: points, latest figure, latest change of level.",
        footerHeading = "%nExamples:%n",
        footer = "  agentperf gate history show history.jsonl")
final class GateHistoryShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A history, data.js, JMH's JSON or CSV; .gz too.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path file;

    @Mixin
    private final JsonOption json = new JsonOption();

    GateHistoryShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        InputFile.check(file, "a result or a history");
        HistoryData data = HistoryInputs.read(file, file.toString(), "");
        data.notes().forEach(terminal.notes()::println);
        List<Row> rows = data.series().stream().map(Row::of).toList();
        json.write(terminal, new Rows(Rows.SCHEMA_VERSION, rows));
        TextTable table = new TextTable(
                List.of("series", "metric", "environment", "points", "latest", "unit", "last change", "since"));
        rows.forEach(row -> table.add(row.cells()));
        table.print(json.text(terminal));
        return ExitCode.OK;
    }

    /**
     * What {@code gate history show --json} writes.
     *
     * @param schemaVersion {@value #SCHEMA_VERSION}
     * @param series one a benchmark, metric and environment
     */
    record Rows(int schemaVersion, List<Row> series) {
        static final int SCHEMA_VERSION = 1;
    }

    /**
     * One series.
     *
     * @param lastChange by what share its level changed last, null where it never did
     * @param since the commit of that change, null where there is none
     */
    record Row(
            String series,
            String metric,
            String environment,
            int points,
            double latest,
            String unit,
            @Nullable Double lastChange,
            @Nullable String since) {

        static Row of(Series series) {
            List<Change> changes = HistoryCheck.changes(series);
            Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
            return new Row(
                    series.key().subject().shortName(),
                    series.key().metric(),
                    series.key().fingerprint(),
                    series.points().size(),
                    series.points().get(series.points().size() - 1).value(),
                    series.key().unit(),
                    last == null ? null : last.share(),
                    last == null ? null : last.commit());
        }

        List<String> cells() {
            return List.of(
                    series,
                    metric,
                    environment,
                    Figures.count(points),
                    Figures.number(latest),
                    unit,
                    lastChange == null ? "none" : GateWords.change(lastChange),
                    since == null ? "" : since);
        }
    }
}
