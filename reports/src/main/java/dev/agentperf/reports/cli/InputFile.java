package dev.agentperf.reports.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file to be read. */
final class InputFile {
    private InputFile() {}

    /**
     * Finds out whether there is a file.
     *
     * @param expected what it should hold, for the message
     * @throws IllegalArgumentException if it is missing or a directory
     */
    static void check(Path file, String expected) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(file + ": no such file, expected " + expected);
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": is a directory, expected " + expected);
        }
    }
}
