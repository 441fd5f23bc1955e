package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.ResultsDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --out DIR} of commands whose result is also a page, where one is asked for. */
final class PageOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs.
    private CommandSpec command;

    @Option(names = "--out", paramLabel = "DIR", description = "Write report.html, report.md and the results there.")
    private @Nullable Path directory;

    private @Nullable ResultsDirectory results;

    /** Returns whether a page was asked for. */
    boolean isGiven() {
        return directory != null;
    }

    /**
     * Opens the directory before any work, so that a long one does not end in a refusal.
     *
     * @throws java.io.UncheckedIOException if it cannot be written to
     */
    void open() {
        if (directory != null) {
            OutputFile.checkDirectory(directory);
            results = ResultsDirectory.open(directory);
        }
    }

    /** Writes results and page, if they were asked for, and says where. */
    void write(PrintWriter text, @Nullable Long seed, Consumer<ResultsDirectory> parts) {
        if (results != null) {
            ResultsPage.write(results, command, seed, parts, text);
        }
    }
}
