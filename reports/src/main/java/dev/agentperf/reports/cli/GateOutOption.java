package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.AtomicFile;
import dev.agentperf.reports.export.GateMarkdown;
import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.output.JUnitXml;
import dev.agentperf.reports.gate.output.OpenMetrics;
import dev.agentperf.reports.gate.output.OtavaCsv;
import dev.agentperf.reports.gate.output.Points;
import dev.agentperf.reports.html.GateHtml;
import dev.agentperf.reports.view.GateRemarks;
import dev.agentperf.reports.view.GateWords;
import dev.agentperf.time.WallClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options of every gate that ends in a verdict, and what they make of one. */
final class GateOutOption {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "gate",
            description = "Write all reports into DIR (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path directory;

    @Option(
            names = "--strict",
            negatable = true,
            fallbackValue = "true",
            description = "Exit with 2 if anything is undecided.")
    private boolean strict;

    @Option(
            names = "--commit",
            paramLabel = "HASH",
            defaultValue = "unknown",
            description = "The head's commit, for the CSV that Otava reads.")
    private String commit = "unknown";

    /** Finds out, before any work, whether the directory can be written. */
    void check() {
        OutputFile.checkDirectory(directory);
    }

    /** Returns the directory, which exists. */
    Path open() {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes every output, says what came of it, and returns the exit code. */
    int finish(PrintWriter text, GateReport report) {
        Path out = open();
        Instant time = time(report);
        AtomicFile.writeJson(out.resolve("gate.json"), report);
        AtomicFile.write(out.resolve("gate.html"), GateHtml.render(report));
        AtomicFile.write(out.resolve("gate.md"), GateMarkdown.render(report));
        AtomicFile.write(out.resolve("junit.xml"), JUnitXml.render(report, time));
        AtomicFile.writeJson(out.resolve("smaller-is-better.json"), Points.gitHubAction(report, Direction.SMALLER));
        AtomicFile.writeJson(out.resolve("bigger-is-better.json"), Points.gitHubAction(report, Direction.LARGER));
        AtomicFile.writeJson(out.resolve("bencher.json"), Points.bencher(report));
        AtomicFile.write(out.resolve("metrics.txt"), OpenMetrics.render(report));
        AtomicFile.write(out.resolve("otava.csv"), OtavaCsv.render(report, time, commit));
        GateTable.of(report).print(text);
        report.unjudged().forEach(one -> text.println(one.subject().shortName() + ": " + one.message()));
        GateRemarks.reasons(report).forEach(text::println);
        report.warnings().forEach(warning -> text.println("Warning: " + warning));
        text.println(GateWords.answer(report));
        return code(report);
    }

    private static Instant time(GateReport report) {
        return report.environment() != null
                ? Instant.parse(report.environment().startedAt())
                : WallClock.system().instant();
    }

    private int code(GateReport report) {
        return switch (report.outcome()) {
            case REGRESSED -> ExitCode.FAILED;
            case BENCHMARK_FAILED -> ExitCode.BENCHMARK_FAILED;
            case NOTHING_COMPARED -> ExitCode.USAGE;
            case INCONCLUSIVE -> strict ? ExitCode.USAGE : ExitCode.OK;
            case PASSED -> ExitCode.OK;
        };
    }
}
