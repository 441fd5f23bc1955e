package dev.agentperf.reports.cli;

import dev.agentperf.reports.gate.history.HistoryData;
import dev.agentperf.reports.gate.history.HistoryFile;
import dev.agentperf.reports.gate.history.HistoryInputs;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.time.WallClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gate history add}: appends results to a history. */
@Command(
        name = "add",
        description = "Append the forks of results to a history: gate.json, JMH's JSON, data.js, CSV.",
        footerHeading = "%nExamples:%n",
        footer = "  agentperf gate history add gate/gate.json --file history.jsonl --commit 1a2b3c")
final class GateHistoryAddCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "RESULT", description = "What to add.")
    private List<Path> results = List.of();

    @Option(names = "--file", paramLabel = "FILE", required = true, description = "The history, made where absent.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path file;

    @Option(
            names = "--commit",
            paramLabel = "HASH",
            defaultValue = "unknown",
            description = "The commit, where the result does not name one.")
    private String commit = "unknown";

    GateHistoryAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OutputFile.check(file);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": is a device or a pipe, expected a history");
        }
        String now = WallClock.system().instant().toString();
        results.forEach(result -> InputFile.check(result, "a result or a history"));
        List<HistoryData> all = results.stream()
                .map(result -> HistoryInputs.read(result, commit, now))
                .toList();
        for (HistoryData data : all) {
            data.notes().forEach(terminal.notes()::println);
            HistoryFile.append(file, data.lines());
            terminal.out().println(Figures.count(data.lines().size(), "line") + " added to " + file);
        }
        return ExitCode.OK;
    }
}
