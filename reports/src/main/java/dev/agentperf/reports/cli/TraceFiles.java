package dev.agentperf.reports.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --trace}, for every command that cannot do without. */
final class TraceFiles {
    /** What parts several files where they come as one text, from a configuration file: no name contains it. */
    static final String SPLIT = "\n";

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            split = SPLIT,
            splitSynopsisLabel = " ",
            description = "Traces, .gz allowed; `sweep` takes each alone, the others take all as one.")
    private List<Path> files = List.of();

    List<Path> files() {
        return files;
    }
}
