package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.ResultsDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --out DIR}, for every command that leaves a directory of results. */
final class OutOption {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Write report and results into DIR (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private Path directory;

    /** Finds out, before any work, whether the directory can be written. */
    void check() {
        OutputFile.checkDirectory(directory);
    }

    /**
     * Opens the directory before any work, so that a long run does not end in a refusal.
     *
     * @throws java.io.UncheckedIOException if it cannot be written to
     */
    ResultsDirectory open() {
        return ResultsDirectory.open(directory);
    }
}
