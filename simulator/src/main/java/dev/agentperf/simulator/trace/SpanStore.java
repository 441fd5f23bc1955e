package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.agentperf.simulator.trace.OtlpSpan.Role;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Spans in parts, all spans of a trace in the same part. Few spans are one part in memory; many are divided by their
 * trace among temporary files, so that only one part at a time has to fit into memory. Not thread-safe.
 */
final class SpanStore {

    /** How many spans are held before they go to disk, about 100 MB. */
    static final int HELD_AT_ONCE = 300_000;

    private static final int PARTS = 64;
    private static final int BUFFER_BYTES = 1 << 14;

    private final TraceFile file;
    private final int heldAtOnce;
    private List<OtlpSpan> held = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private final List<JsonGenerator> parts = new ArrayList<>();
    private int nextPart;

    SpanStore(TraceFile file, int heldAtOnce) {
        this.file = file;
        this.heldAtOnce = heldAtOnce;
    }

    /** Adds a span; only before the first part is read. */
    void add(OtlpSpan span) {
        held.add(span);
        if (held.size() >= heldAtOnce) {
            guarded(this::spill);
        }
    }

    boolean hasNextPart() {
        return nextPart < (parts.isEmpty() ? 1 : PARTS);
    }

    /** Hands each span of the next part to {@code spans}, in the order in which they were added. */
    void nextPart(Consumer<OtlpSpan> spans) {
        guarded(() -> {
            if (!parts.isEmpty() && nextPart == 0) {
                spill();
                for (JsonGenerator part : parts) {
                    part.close();
                }
            }
            if (parts.isEmpty()) {
                held.forEach(spans);
                held = List.of();
            } else {
                read(paths.get(nextPart), spans);
            }
            nextPart++;
        });
    }

    /** Deletes what is left on disk. Idempotent. */
    void close() {
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // A rest in the folder for temporary files, which its owner clears.
            }
        }
    }

    private void spill() throws IOException {
        if (parts.isEmpty()) {
            for (int i = 0; i < PARTS; i++) {
                Path path = Files.createTempFile("agentperf", ".spans");
                paths.add(path);
                parts.add(Json.FACTORY.createGenerator(
                        new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES)));
            }
        }
        for (OtlpSpan span : held) {
            write(span, parts.get(Math.floorMod(span.traceId().hashCode(), PARTS)));
        }
        held.clear();
    }

    private static void write(OtlpSpan span, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeString(span.traceId());
        json.writeString(span.spanId());
        json.writeString(span.parentId());
        json.writeString(span.role().name());
        json.writeString(span.label());
        json.writeString(span.conversation());
        json.writeNumber(span.startNanos());
        json.writeNumber(span.endNanos());
        json.writeEndArray();
    }

    private static void read(Path path, Consumer<OtlpSpan> spans) throws IOException {
        try (InputStream input = Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
                JsonParser json = Json.FACTORY.createParser(input)) {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                spans.accept(new OtlpSpan(
                        text(json),
                        text(json),
                        text(json),
                        Role.valueOf(text(json)),
                        text(json),
                        text(json),
                        json.nextLongValue(0),
                        json.nextLongValue(0)));
                json.nextToken();
            }
        }
    }

    private static String text(JsonParser json) throws IOException {
        String text = json.nextTextValue();
        return text == null ? "" : text;
    }

    private void guarded(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new TraceException(
                    TraceFile.message(file.path(), 0, "cannot be sorted on disk: " + Excerpt.line(e.toString())), e);
        }
    }

    /** Something that uses the disk. */
    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
