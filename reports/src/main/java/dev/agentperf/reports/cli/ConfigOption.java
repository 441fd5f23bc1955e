package dev.agentperf.reports.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option {@code --config}, read ahead of all others, whose defaults it decides. */
final class ConfigOption {
    private static final Path STANDARD = Path.of("agentperf.yml");

    @Option(names = "--config")
    private @Nullable Path file;

    private ConfigOption() {}

    /** Returns the file that was named, else {@code agentperf.yml} where the working directory has one. */
    static Optional<Path> file(String... args) {
        ConfigOption option = new ConfigOption();
        try {
            new CommandLine(option).setUnmatchedArgumentsAllowed(true).parseArgs(args);
        } catch (ParameterException toldLater) {
            return Optional.empty();
        }
        return option.file != null
                ? Optional.of(option.file)
                : Optional.of(STANDARD).filter(Files::exists);
    }
}
