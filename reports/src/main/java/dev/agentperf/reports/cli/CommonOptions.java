package dev.agentperf.reports.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command. */
final class CommonOptions {
    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it before anything runs.
    private boolean help;

    @Option(names = "--config", paramLabel = "FILE", description = "Options to start from (default: agentperf.yml).")
    @SuppressWarnings("UnusedVariable") // ConfigOption reads it, before anything else is parsed.
    private @Nullable Path config;

    CommonOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(
            names = {"-q", "--quiet"},
            negatable = true,
            fallbackValue = "true",
            description = "No progress and no remarks: results and failures only.")
    void silence(boolean quiet) {
        if (quiet) {
            terminal.silence();
        }
    }
}
