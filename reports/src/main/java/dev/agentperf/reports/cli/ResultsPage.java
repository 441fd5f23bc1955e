package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.MarkdownReport;
import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.html.HtmlReport;
import dev.agentperf.reports.machine.MachineProbe;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.read.ResultsReader;
import dev.agentperf.time.WallClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The report of a command that computes and measures nothing: what the machine was doing is no part of its figures. */
final class ResultsPage {
    private ResultsPage() {}

    /** Writes the environment and those parts, and both reports of them, and says where. */
    static void write(
            ResultsDirectory results,
            CommandSpec command,
            @Nullable Long seed,
            Consumer<ResultsDirectory> parts,
            PrintWriter text) {
        results.clear();
        results.write(environment(command, seed));
        parts.accept(results);
        render(results, text);
    }

    /** Writes both reports of what a directory holds, and says where. */
    static RunReport render(ResultsDirectory results, PrintWriter text) {
        RunReport report = ResultsReader.read(results.path());
        Path html = results.writeHtml(HtmlReport.render(report));
        results.writeMarkdown(MarkdownReport.render(report));
        text.println("Report: " + html);
        return report;
    }

    private static Environment environment(CommandSpec command, @Nullable Long seed) {
        MachineProbe machine = MachineProbe.system();
        return new Environment(
                Environment.SCHEMA_VERSION,
                Version.current(),
                WallClock.system().instant().toString(),
                CommandLineText.of(command),
                command.name(),
                seed,
                machine.machine(),
                machine.jvm(),
                null,
                List.of());
    }
}
