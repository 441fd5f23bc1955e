package dev.agentperf.reports.cli;

import dev.agentperf.reports.model.ResultsFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Refuses a command line that writes over what it reads. */
final class OwnInput {
    private static final Set<String> WRITTEN = Set.of("--json", "--out", "--page", "--file");

    private OwnInput() {}

    /**
     * Compares what the command line names to be written with all that it names.
     *
     * @throws ParameterException if a file or directory is both read and written
     */
    static void check(ParseResult line) {
        ParseResult command = line;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        List<Path> written = new ArrayList<>();
        List<Path> read = new ArrayList<>();
        for (ArgSpec argument : command.matchedArgs()) {
            boolean writes = argument instanceof OptionSpec option && WRITTEN.contains(option.longestName());
            paths(argument.getValue()).forEach((writes ? written : read)::add);
        }
        for (Path path : written) {
            if (read.stream().anyMatch(other -> isSame(path, other))) {
                throw new ParameterException(
                        command.commandSpec().commandLine(),
                        path + ": is read too and would be written over, expected another name");
            }
        }
    }

    private static Stream<Path> paths(@Nullable Object value) {
        if (value instanceof Path path) {
            return Stream.of(path);
        }
        return value instanceof Collection<?> many ? many.stream().flatMap(OwnInput::paths) : Stream.empty();
    }

    /* A directory stands for the results in it. */
    private static boolean isResultOf(Path file, Path directory) {
        Path results =
                directory.resolve(ResultsFiles.DIRECTORY).toAbsolutePath().normalize();
        return file.toAbsolutePath().normalize().startsWith(results);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return isResultOf(one, other) || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
