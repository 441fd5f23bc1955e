package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.agentperf.simulator.trace.Session.Step;
import dev.agentperf.simulator.trace.Session.Usage;
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
    private final JsonGenerator json;
    private long lastStart = Long.MIN_VALUE;
    private boolean open = true;

    private TraceWriter(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        OutputStream raw = Files.newOutputStream(part);
        this.output = target.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPOutputStream(raw, BUFFER_BYTES)
                : new BufferedOutputStream(raw, BUFFER_BYTES);
        this.json = Json.FACTORY.createGenerator(output);
        json.setRootValueSeparator(null);
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
            writeSession(session);
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
        try (OutputStream closing = output) {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The trace is given up: a rest that cannot be deleted or flushed changes nothing about that.
            part.toFile().deleteOnExit();
        }
    }

    private void writeSession(Session session) throws IOException {
        json.writeStartObject();
        json.writeStringField("session", session.id());
        json.writeStringField("type", session.type().name());
        json.writeStringField("start", Times.format(session.startNanos()));
        json.writeStringField("end", Times.format(session.endNanos()));
        if (!session.steps().isEmpty()) {
            json.writeArrayFieldStart("steps");
            for (Step step : session.steps()) {
                writeStep(step);
            }
            json.writeEndArray();
        }
        if (session.usage() != null) {
            writeUsage(session.usage());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeStep(Step step) throws IOException {
        json.writeStartObject();
        writeNumber("at", Seconds.format(step.atNanos()));
        json.writeStringField("kind", step.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("name", step.name());
        if (step.durationNanos() > 0) {
            writeNumber("duration", Seconds.format(step.durationNanos()));
        }
        json.writeEndObject();
    }

    private void writeUsage(Usage usage) throws IOException {
        json.writeObjectFieldStart("usage");
        writeAmount("cpuSeconds", usage.cpuSeconds());
        writeAmount("memoryMb", usage.memoryMb());
        writeAmount("durationSeconds", usage.durationSeconds());
        json.writeEndObject();
    }

    private void writeAmount(String field, double amount) throws IOException {
        if (!Double.isNaN(amount)) {
            json.writeNumberField(field, amount);
        }
    }

    // As text, because a decimal of nine places must not pass through a double.
    private void writeNumber(String field, String decimal) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(decimal);
    }

    private static TraceException failed(Path target, IOException e) {
        String reason = e instanceof NoSuchFileException
                ? "no such directory"
                : e instanceof AccessDeniedException
                        ? "permission denied"
                        : Excerpt.line(String.valueOf(e.getMessage()));
        return new TraceException(
                TraceFile.error(target, "cannot be written: " + reason).getMessage(), e);
    }
}
