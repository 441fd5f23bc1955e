package dev.agentperf.reports.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file or directory to be written at the end, looked at before the work begins. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Finds out whether a file can be written.
     *
     * @throws UncheckedIOException if its directory is missing or closed
     * @throws IllegalArgumentException if it is a directory
     */
    static void check(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new UncheckedIOException(new NoSuchFileException(String.valueOf(directory)));
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": is a directory, expected the name of a file to write");
        }
        if (!Files.isWritable(Files.exists(file) && !Files.isRegularFile(file) ? file : directory)) {
            throw new UncheckedIOException(new AccessDeniedException(file.toString()));
        }
    }

    /**
     * Finds out whether a directory is there, or can be made.
     *
     * @throws IllegalArgumentException if there is a file in its place, or in the place of one above it
     * @throws UncheckedIOException if it is closed
     */
    static void checkDirectory(Path directory) {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new IllegalArgumentException(there + ": is a file, expected a directory");
        }
        if (!Files.isWritable(there)) {
            throw new UncheckedIOException(new AccessDeniedException(there.toString()));
        }
    }
}
