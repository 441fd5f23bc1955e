package dev.agentperf.reports.cli;

import dev.agentperf.reports.export.AtomicFile;
import dev.agentperf.reports.model.ResultsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --json FILE}, for every command that has a result. */
final class JsonOption {
    private static final Path STDOUT = Path.of("-");

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the result as JSON to FILE; - for standard output.")
    private @Nullable Path file;

    /**
     * Finds out, before any work, whether the file can be written.
     *
     * @throws UncheckedIOException if it cannot
     */
    void check() {
        if (file == null || isStdout()) {
            return;
        }
        OutputFile.check(file);
    }

    /** Returns whether the result is wanted as JSON. */
    boolean isAsked() {
        return file != null;
    }

    /** Returns where text for people goes: not between the JSON. */
    PrintWriter text(Terminal terminal) {
        return isStdout() ? terminal.notes() : terminal.out();
    }

    /**
     * Writes the result, if it was asked for.
     *
     * @throws UncheckedIOException if it cannot be written; then nothing has changed
     */
    void write(Terminal terminal, Object result) {
        if (file == null) {
            return;
        }
        if (!isStdout()) {
            AtomicFile.writeJson(file, result);
            return;
        }
        try {
            terminal.out().println(ResultsJson.pretty().writeValueAsString(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isStdout() {
        return STDOUT.equals(file);
    }
}
