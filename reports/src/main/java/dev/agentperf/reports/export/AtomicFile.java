package dev.agentperf.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.agentperf.reports.model.ResultsJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written aside and moved into place, so that nobody ever sees half of it and a failure leaves the old
 * one. Stateless and thread-safe; the last of two concurrent writers wins.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes a text as UTF-8.
     *
     * @throws UncheckedIOException if it cannot be written; then nothing has changed
     */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(UTF_8)));
    }

    /**
     * Writes a value as indented JSON that ends in a line feed.
     *
     * @throws UncheckedIOException if it cannot be written; then nothing has changed
     */
    public static void writeJson(Path file, Object value) {
        ObjectWriter json = ResultsJson.pretty();
        write(file, out -> {
            json.writeValue(out, value);
            out.write('\n');
        });
    }

    private static void write(Path file, Content content) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeDirectly(target, content);
            } else {
                writeAside(target, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /* A device or a pipe: moving a file there would put an end to it. A directory fails here, as it should. */
    private static void writeDirectly(Path target, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            content.writeTo(out);
        }
    }

    /* Not a temporary file of the JDK's: those are readable to their owner alone, and a report is to be shown around. */
    private static void writeAside(Path target, Content content) throws IOException {
        Path directory = Files.createDirectories(target.resolveSibling(""));
        Path aside = directory.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(aside)) {
                content.writeTo(out);
            }
            move(aside, target);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void move(Path aside, Path target) throws IOException {
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
