package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Walks through OTLP JSON in every container that is met: one document a line, one document, several in an array, with
 * or without the outer {@code resourceSpans}. Hands on one span at a time.
 */
final class OtlpParser {
    private final TraceFile file;
    private final Notes notes;
    private final Consumer<OtlpSpan> spans;

    OtlpParser(TraceFile file, Notes notes, Consumer<OtlpSpan> spans) {
        this.file = file;
        this.notes = notes;
        this.spans = spans;
    }

    /** Reads the whole file. */
    void parse() {
        try (JsonParser json = Json.FACTORY.createParser(file.input())) {
            documents(json);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw file.error(line, Json.reason(e));
        } catch (IOException e) {
            throw file.failed(0, e);
        }
    }

    private void documents(JsonParser json) throws IOException {
        try {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY) {
                    Json.objects(json, "documents", () -> document(json));
                } else {
                    Json.expect(json, "document", JsonToken.START_OBJECT);
                    document(json);
                }
            }
        } catch (IllegalArgumentException e) {
            throw file.error(json.currentLocation().getLineNr(), String.valueOf(e.getMessage()));
        }
    }

    private void document(JsonParser json) throws IOException {
        Json.members(json, field -> {
            switch (field) {
                case "resourceSpans" -> Json.objects(json, field, () -> document(json));
                // The second name is that of OTLP before 0.20.
                case "scopeSpans", "instrumentationLibrarySpans" -> Json.objects(json, field, () -> scope(json));
                default -> json.skipChildren();
            }
        });
    }

    private void scope(JsonParser json) throws IOException {
        Json.members(json, field -> {
            if (field.equals("spans")) {
                Json.objects(
                        json, field, () -> new OtlpSpanFields(notes).read(json).ifPresent(spans));
            } else {
                json.skipChildren();
            }
        });
    }
}
