package dev.agentperf.reports.cli;

import dev.agentperf.reports.run.RuntimeChoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --runtime} and {@code --image}, for every command that starts real containers. */
final class RuntimeOptions {
    @Option(
            names = "--runtime",
            paramLabel = "KIND",
            completionCandidates = Choice.OfRuntime.class,
            defaultValue = "auto",
            description = "auto (Docker where an engine answers, else processes), docker, process; simulated for run.")
    private RuntimeChoice runtime = RuntimeChoice.AUTO;

    @Option(
            names = "--image",
            paramLabel = "NAME",
            description = "The image to start, with python3 in it (default: one that is built here).")
    private @Nullable String image;

    RuntimeChoice runtime() {
        return runtime;
    }

    /** Returns the image; empty for the one that is built here. */
    Optional<String> image() {
        return Optional.ofNullable(image);
    }
}
