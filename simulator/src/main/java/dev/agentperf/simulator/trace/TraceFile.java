package dev.agentperf.simulator.trace;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An opened trace file, unpacked where it is a gzip, and the one place that words its failures. Not thread-safe. */
final class TraceFile implements AutoCloseable {

    /** How much of a file's beginning tells its format. */
    static final int PROLOGUE_BYTES = 1 << 16;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    private final Path path;
    private final InputStream input;

    private TraceFile(Path path, InputStream input) {
        this.path = path;
        this.input = input;
    }

    /**
     * Opens a file.
     *
     * @throws TraceException if it is missing, a directory, unreadable, empty or a damaged gzip
     */
    static TraceFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw error(path, "is a directory, expected a trace file");
        }
        try {
            return of(path, Files.newInputStream(path));
        } catch (IOException e) {
            throw failed(path, 0, e);
        }
    }

    /** Opens content that is called {@code path} in messages; it is closed with the file, or if that fails. */
    static TraceFile of(Path path, InputStream raw) {
        try {
            TraceFile file = new TraceFile(path, unpacked(raw));
            if (isBlank(file.prologue())) {
                throw error(path, "is empty, expected a trace");
            }
            return file;
        } catch (IOException e) {
            closeQuietly(raw);
            throw failed(path, 0, e);
        } catch (TraceException e) {
            closeQuietly(raw);
            throw e;
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        InputStream buffered = new BufferedInputStream(raw, BUFFER_BYTES);
        buffered.mark(2);
        boolean gzip = buffered.read() == GZIP_MAGIC_1 && buffered.read() == GZIP_MAGIC_2;
        buffered.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER_BYTES), PROLOGUE_BYTES) : buffered;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Returns up to {@value #PROLOGUE_BYTES} bytes of the file's beginning; only before anything else is read. */
    byte[] prologue() {
        input.mark(PROLOGUE_BYTES);
        try {
            byte[] bytes = input.readNBytes(PROLOGUE_BYTES);
            input.reset();
            return bytes;
        } catch (IOException e) {
            throw failed(0, e);
        }
    }

    /** Returns the unpacked content. */
    InputStream input() {
        return input;
    }

    Path path() {
        return path;
    }

    /** Returns the file's name as messages state it. */
    String name() {
        return Excerpt.line(path.toString());
    }

    /** Returns a failure of the whole file. */
    TraceException error(String what) {
        return error(path, what);
    }

    /** Returns a failure at a line; lines count from 1. */
    TraceException error(long line, String what) {
        return new TraceException(message(path, line, what));
    }

    /** Words a failed read at a line, or of the whole file where {@code line} is 0. */
    TraceException failed(long line, IOException e) {
        return failed(path, line, e);
    }

    @Override
    public void close() {
        closeQuietly(input);
    }

    static TraceException error(Path path, String what) {
        return new TraceException(message(path, 0, what));
    }

    /** Words what is wrong with a file, at a line where {@code line} is above 0. */
    static String message(Path path, long line, String what) {
        return Excerpt.line(path.toString()) + (line > 0 ? ":" + line : "") + ": " + what;
    }

    private static TraceException failed(Path path, long line, IOException e) {
        return new TraceException(message(path, line, reason(e)), e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "no such file, expected a trace";
        }
        if (e instanceof AccessDeniedException) {
            return "cannot be read: permission denied";
        }
        if (e instanceof EOFException) {
            return "gzip stream ends early, expected a whole file";
        }
        if (e instanceof ZipException) {
            return "damaged gzip stream, expected a whole file";
        }
        return "cannot be read: " + Excerpt.line(String.valueOf(e.getMessage()));
    }

    private static void closeQuietly(InputStream input) {
        try {
            input.close();
        } catch (IOException ignored) {
            // Only read from: nothing can be lost any more.
        }
    }
}
