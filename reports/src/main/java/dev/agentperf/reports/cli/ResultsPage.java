package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.ResultsDirectory;
import dev.agentperf.reports.machine.MachineProbe;
import dev.agentperf.reports.model.Environment;
import dev.agentperf.time.WallClock;
import java.io.PrintWriter;
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
        text.println("Report: " + RenderedReport.of(results).html());
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
