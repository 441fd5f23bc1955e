package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.simulator.sweep.Cell;
import dev.agentperf.simulator.sweep.CellResult;
import dev.agentperf.simulator.sweep.Grid;
import dev.agentperf.simulator.sweep.Sweep;
import dev.agentperf.simulator.sweep.SweepException;
import dev.agentperf.simulator.sweep.SweepJournal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sweep}: every combination of traces, policies and parameters. */
@Command(
        name = "sweep",
        description = "Run every cell of a grid: traces x policies x parameters x seeds; resumable.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf sweep --trace runs.jsonl.gz --grid grid.json --out cells.jsonl",
            "  agentperf sweep --trace /nfs/runs.jsonl.gz --grid grid.json --out cells.jsonl \\",
            "                  --spark spark://host:7077",
            "",
            "A grid, of which only policies and coldStart are needed; P is the cell's price:",
            "  {\"policies\": [\"fixed:10\", \"adaptive:P\"], \"coldStart\": [\"500ms\", \"5s\"],",
            "   \"price\": [30, 300], \"reuse\": [\"reset\"], \"reset\": [\"60ms\"],",
            "   \"claims\": [\"session\", \"tool\"], \"placement\": [\"even\"], \"seed\": [1, 2]}"
        })
final class SweepCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final TraceFiles traces = new TraceFiles();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--grid", paramLabel = "FILE", required = true, description = "The grid, as JSON.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path grid;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the results go, JSON lines, a cell a line. What is done already lies in FILE.partial "
                    + "until then, and is not done again.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path out;

    @Option(names = "--page", paramLabel = "DIR", description = "Write report.html, report.md and the results there.")
    private @Nullable Path report;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec spec;

    @Option(names = "--cores", paramLabel = "N", description = "How many cores to use (default: all).")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--spark",
            paramLabel = "URL",
            description = "Run the cells on this Spark cluster, such as spark://host:7077. Needs SPARK_HOME; every "
                    + "executor must see the traces under the same names.")
    private @Nullable String spark;

    SweepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        json.check();
        List<Cell> cells = cells();
        OutputFile.check(out);
        if (spark != null && report != null) {
            throw new IllegalArgumentException("--page goes without --spark, was " + report);
        }
        if (spark != null && json.isAsked()) {
            throw new IllegalArgumentException("--json goes without --spark, whose cells are in " + out);
        }
        if (spark != null) {
            return SparkDriver.find().run(spark, grid, out, traces.files());
        }
        ResultsDirectory page = report == null ? null : ResultsDirectory.open(report);
        Sweep sweep = new Sweep(cores);
        try (SweepJournal journal = new SweepJournal(out, cells)) {
            terminal.stop()
                    .leave(() -> terminal.err()
                            .println("agentperf: stopped; the cells that are done lie in " + out
                                    + ".partial, the same command goes on from there"));
            List<Cell> remaining = journal.remaining();
            run(sweep, remaining, journal);
            List<CellResult> results = journal.commit();
            json.write(terminal, new SweepCells(SweepCells.SCHEMA_VERSION, results));
            json.text(terminal)
                    .println(Figures.count(results.size(), "cell") + " written to " + out + ", "
                            + (results.size() - remaining.size()) + " of them known from an earlier run");
            if (page != null) {
                ResultsPage.write(
                        page,
                        spec,
                        null,
                        into -> into.write(new SweepCells(SweepCells.SCHEMA_VERSION, results)),
                        json.text(terminal));
            }
        }
        return ExitCode.OK;
    }

    private List<Cell> cells() throws IOException {
        InputFile.check(grid, "a grid as JSON");
        try {
            return Grid.parse(Files.readString(grid)).cells(traces.files());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(grid + ": is no text, expected a grid as JSON", e);
        } catch (SweepException wrong) {
            throw new IllegalArgumentException(grid + ": " + wrong.getMessage(), wrong);
        }
    }

    private void run(Sweep sweep, List<Cell> cells, SweepJournal journal) {
        try (Progress.Task task = Progress.on(terminal).start("sweep", cells.size())) {
            sweep.run(cells, result -> {
                journal.add(result);
                task.advance(1);
            });
            task.done();
        }
    }
}
