package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One span while it is being read. */
final class OtlpSpanFields {
    private static final int TRACE_ID_BASE64 = 24;
    private static final int SPAN_ID_BASE64 = 12;
    private static final int MOST_DIGITS = 19;

    private final Notes notes;
    private final Map<String, String> attributes = new HashMap<>();
    private String traceId = "";
    private String spanId = "";
    private String parentId = "";
    private String name = "";
    private long start;
    private long end;

    OtlpSpanFields(Notes notes) {
        this.notes = notes;
    }

    /** Reads the object whose start {@code json} stands on; nothing where it has no identity or no start. */
    Optional<OtlpSpan> read(JsonParser json) throws IOException {
        Json.members(json, field -> {
            switch (field) {
                case "traceId" -> traceId = id(Json.textOrEmpty(json, field), TRACE_ID_BASE64);
                case "spanId" -> spanId = id(Json.textOrEmpty(json, field), SPAN_ID_BASE64);
                case "parentSpanId" -> parentId = id(Json.textOrEmpty(json, field), SPAN_ID_BASE64);
                case "name" -> name = Json.textOrEmpty(json, field);
                case "startTimeUnixNano" -> start = nanos(Json.textOrEmpty(json, field), field);
                case "endTimeUnixNano" -> end = nanos(Json.textOrEmpty(json, field), field);
                case "attributes" -> Json.objects(json, field, () -> attribute(json));
                default -> json.skipChildren();
            }
        });
        return span();
    }

    private Optional<OtlpSpan> span() {
        if (traceId.isEmpty() || spanId.isEmpty()) {
            notes.count("{} spans carry no id and were left out");
            return Optional.empty();
        }
        if (start == 0) {
            notes.count("{} spans carry no start and were left out");
            return Optional.empty();
        }
        if (end != 0 && end < start) {
            throw new IllegalArgumentException("span " + Excerpt.of(name) + " ends at " + Times.format(end)
                    + " before it starts at " + Times.format(start));
        }
        OtlpMapping.Mapped mapped = OtlpMapping.map(name, attributes);
        return Optional.of(new OtlpSpan(
                traceId,
                spanId,
                parentId,
                mapped.role(),
                mapped.label(),
                OtlpMapping.conversation(attributes),
                start,
                end == 0 ? OtlpSpan.NO_END : end));
    }

    // Hex by the specification; some exporters write the base64 of Protobuf's own JSON mapping.
    private static String id(String text, int base64Length) {
        if (text.length() == base64Length) {
            try {
                return HexFormat.of().formatHex(Base64.getDecoder().decode(text));
            } catch (IllegalArgumentException e) {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static long nanos(String text, String field) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            BigDecimal nanos = new BigDecimal(text);
            if (nanos.signum() >= 0
                    && (long) nanos.precision() - nanos.scale() <= MOST_DIGITS
                    && nanos.scale() >= -MOST_DIGITS) {
                return nanos.longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Reported below, with the field's name.
        }
        throw new IllegalArgumentException(
                field + " is " + Excerpt.of(text) + ", expected nanoseconds since the epoch");
    }

    private void attribute(JsonParser json) throws IOException {
        String[] keyAndValue = {"", ""};
        Json.members(json, field -> {
            if (field.equals("key")) {
                keyAndValue[0] = Json.textOrEmpty(json, field);
            } else if (field.equals("value") && json.currentToken() == JsonToken.START_OBJECT) {
                Json.members(json, kind -> keyAndValue[1] = value(json, kind, keyAndValue[1]));
            } else {
                json.skipChildren();
            }
        });
        if (OtlpMapping.ATTRIBUTES.contains(keyAndValue[0])) {
            attributes.put(keyAndValue[0], keyAndValue[1]);
        }
    }

    private static String value(JsonParser json, String kind, String before) throws IOException {
        if (kind.equals("stringValue") || kind.equals("intValue")) {
            return Json.textOrEmpty(json, kind);
        }
        json.skipChildren();
        return before;
    }
}
