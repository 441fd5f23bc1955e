package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.AtomicFile;
import dev.agentperf.reports.export.GateMarkdown;
import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.read.GateInputs;
import dev.agentperf.reports.gate.read.ResultComparison;
import dev.agentperf.reports.html.ComparisonHtml;
import dev.agentperf.reports.model.ResultsFiles;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.read.ResultsReader;
import dev.agentperf.reports.view.FirstScreen;
import dev.agentperf.reports.view.GateWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: renders a run's report again, or two runs side by side. */
@Command(
        name = "report",
        description = {
            "Render report.html and report.md again from the results in DIR; with a second one, both runs side by",
            "side and what changed from the first to the second, with the gate's statistics."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf report out                 after `agentperf run --out out`",
            "  agentperf report out --json all.json all results in one file",
            "  agentperf report july august          writes comparison/report.html"
        })
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..2",
            description = "A directory that `--out DIR` of a command wrote; two to compare the second with the first.")
    private List<Path> directories = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "comparison",
            description = "Where the comparison of two goes (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path out;

    @Mixin
    private final JsonOption json = new JsonOption();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        return directories.size() == 1 ? render(directories.get(0)) : compare(directories.get(0), directories.get(1));
    }

    private int render(Path directory) {
        RunReport report = ResultsReader.read(directory);
        ResultsDirectory results = ResultsDirectory.open(directory);
        json.write(terminal, report);
        json.text(terminal).println(FirstScreen.of(report).answer());
        json.text(terminal)
                .println("Report: " + RenderedReport.of(report, results).html());
        return ExitCode.OK;
    }

    /* A report shows what there is: other than a gate, it compares across machines, and says so. */
    private int compare(Path base, Path head) {
        RunReport bases = ResultsReader.read(base);
        RunReport heads = ResultsReader.read(head);
        GateReport changes = ResultComparison.forced(GateInputs.read(base), GateInputs.read(head));
        Path html = directory(out).resolve(ResultsFiles.REPORT_HTML);
        AtomicFile.write(html, ComparisonHtml.render(bases, heads, changes));
        AtomicFile.write(out.resolve(ResultsFiles.REPORT_MARKDOWN), GateMarkdown.render(changes));
        AtomicFile.writeJson(out.resolve("gate.json"), changes);
        json.write(terminal, changes);
        json.text(terminal).println(GateWords.answer(changes));
        json.text(terminal).println("Report: " + html);
        return ExitCode.OK;
    }

    private static Path directory(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
