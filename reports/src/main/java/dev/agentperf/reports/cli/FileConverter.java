package dev.agentperf.reports.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Names of files. What begins like a long option is none, so that a mistyped option behind {@code --trace a.json} is
 * not taken for a trace; a file of such a name is written {@code ./--name}.
 */
final class FileConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.isEmpty() || text.startsWith("--")) {
            throw new TypeConversionException("expected the name of a file, was '" + text + "'");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("expected the name of a file, was: " + e.getMessage());
        }
    }
}
