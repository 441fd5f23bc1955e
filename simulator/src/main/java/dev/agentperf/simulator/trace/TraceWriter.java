package dev.agentperf.simulator.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a trace in our own format, packed with gzip where the file's name ends with {@code .gz}. Equal sessions give
 * equal bytes. Not thread-safe.
 *
 * <p>Everything goes to a file beside the target, with {@code .part} after its name, which takes the target's place on
 * {@link #commit()}; closing without it leaves the target as it was.
 */
public final class TraceWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path part;
    private final OutputStream output;
    private final SessionJson json;
    private long lastStart = Long.MIN_VALUE;
    private boolean open = true;

    private TraceWriter(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        OutputStream raw = Files.newOutputStream(part);
        this.output = target.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPOutputStream(raw, BUFFER_BYTES)
                : new BufferedOutputStream(raw, BUFFER_BYTES);
        this.json = new SessionJson(output);
    }

    /**
     * Begins to write a trace.
     *
     * @throws TraceException if nothing can be written there
     */
    public static TraceWriter create(Path target) {
        if (Files.isDirectory(target)) {
            throw TraceFile.error(target, "is a directory, expected the name of a file to write");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw TraceFile.error(target, "is a device or a pipe, expected the name of a file to write");
        }
        try {
            return new TraceWriter(target, target.resolveSibling(target.getFileName() + ".part"));
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /**
     * Writes one session.
     *
     * @throws IllegalArgumentException if it starts before the one written last
     * @throws TraceException if it cannot be written
     */
    public void write(Session session) {
        if (session.startNanos() < lastStart) {
            throw new IllegalArgumentException(Ordering.backwards(lastStart, session.startNanos()));
        }
        lastStart = session.startNanos();
        try {
            json.write(session);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /**
     * Ends the trace and moves it into place. Nothing may be written afterwards.
     *
     * @throws TraceException if that fails; the target is then as it was
     */
    public void commit() {
        if (!open) {
            throw new IllegalStateException("trace writer must be open, was closed");
        }
        open = false;
        try {
            json.close();
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard();
            throw failed(target, e);
        }
    }

    /** Discards what was not {@linkplain #commit() committed}. Idempotent. */
    @Override
    public void close() {
        if (open) {
            open = false;
            discard();
        }
    }

    private void discard() {
        try {
            output.close();
        } catch (IOException e) {
            // The trace is given up: what cannot be flushed any more was not wanted.
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // Left behind beside the target, under a name that no reader takes for a trace; the next writer reuses it.
        }
    }

    private static TraceException failed(Path target, IOException e) {
        String reason = e instanceof NoSuchFileException
                ? "no such directory"
                : e instanceof AccessDeniedException
                        ? "permission denied"
                        : Excerpt.line(String.valueOf(e.getMessage()));
        return new TraceException(TraceFile.message(target, 0, "cannot be written: " + reason), e);
    }
}
