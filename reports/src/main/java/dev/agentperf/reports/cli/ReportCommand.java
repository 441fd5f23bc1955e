package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.read.ResultsReader;
import dev.agentperf.reports.view.Verdicts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report DIR}: renders a run's report again. */
@Command(
        name = "report",
        description = "Render report.html and report.md again from the results in DIR.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  agentperf report out                 after `agentperf run --out out`",
            "  agentperf report out --json all.json  all results in one file"
        })
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The directory that `run --out DIR` wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path directory;

    @Mixin
    private final JsonOption json = new JsonOption();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        json.check();
        RunReport report = ResultsReader.read(directory);
        RenderedReport rendered = RenderedReport.of(report, ResultsDirectory.open(directory));
        json.write(terminal, report);
        json.text(terminal).println(Verdicts.answer(report.targets()));
        json.text(terminal).println("Report: " + rendered.html());
        return ExitCode.OK;
    }
}
