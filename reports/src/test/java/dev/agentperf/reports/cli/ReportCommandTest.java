package dev.agentperf.reports.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
    @TempDir
    Path directory;

    @Test
    void results_becomeBothReports() {
        ResultsDirectory.open(directory).write(SampleRun.targets());

        Run run = Run.of("report", directory.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("No: 1 of 4 targets is missed.")
                .contains("Report: " + directory.resolve("report.html"));
        assertThat(directory.resolve("report.html")).content().startsWith("<!doctype html>");
        assertThat(directory.resolve("report.md")).content().startsWith("# ");
    }

    @Test
    void jsonOnStandardOutput_standsAlone() {
        ResultsDirectory.open(directory).write(SampleRun.targets());

        Run run = Run.of("report", directory.toString(), "--json", "-");

        assertThat(run.out()).startsWith("{").endsWith("}" + System.lineSeparator());
        assertThat(run.err()).contains("Report: ");
    }

    @Test
    void twoRuns_areSetSideBySide_withTheGatesVerdicts() {
        Path base = leave("base", SampleRun.complete());
        Path head = leave("head", SampleRun.simulated());
        Path out = directory.resolve("comparison");

        Run run = Run.of("report", base.toString(), head.toString(), "--out", out.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Report: " + out.resolve("report.html"));
        assertThat(out.resolve("report.html"))
                .content()
                .contains("Side by side", "class=\"forest\"", "The base has it, the head does not.");
        assertThat(out.resolve("gate.json")).exists();
    }

    private Path leave(String name, RunReport report) {
        ResultsDirectory results = ResultsDirectory.open(directory.resolve(name));
        results.write(requireNonNull(report.environment()));
        results.write(requireNonNull(report.simulation()));
        if (report.starts() != null) {
            results.write(report.starts());
        }
        return results.path();
    }

    @Test
    void cutResults_writeNothing() throws IOException {
        Path results = Files.createDirectories(directory.resolve("results"));
        Files.writeString(results.resolve("targets.json"), "{\n\"schemaVersion\": 1,");

        Run run = Run.of("report", directory.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("targets.json:2: the file ends in the middle")
                .hasLineCount(1);
        assertThat(directory.resolve("report.html")).doesNotExist();
    }
}
