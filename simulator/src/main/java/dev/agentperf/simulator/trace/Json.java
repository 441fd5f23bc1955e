package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How JSON is read from files that nobody vouches for. */
final class Json {

    /** Bounded in depth and in every token that is kept; a value that is skipped is never held, however long. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(100)
                    .maxNameLength(1 << 16)
                    .maxStringLength(1 << 20)
                    .build())
            // Names of a hostile file must not stay in the JVM's table of strings, nor its collisions throw.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // The same digits on every JDK; Double.toString changed in 19.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            // A name may hold half a surrogate pair, which UTF-8 cannot express but an escape can.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    /** Reads the value of one member, which the parser stands on, to its end. */
    @FunctionalInterface
    interface MemberReader {
        void read(String field) throws IOException;
    }

    /** Reads the object whose start the parser stands on to its end. */
    @FunctionalInterface
    interface ObjectReader {
        void read() throws IOException;
    }

    /** Hands each member of the object whose start {@code json} stands on to {@code reader}. */
    static void members(JsonParser json, MemberReader reader) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            reader.read(field);
        }
    }

    /** Hands each object of the array that is the value of {@code field} to {@code reader}; null is an empty array. */
    static void objects(JsonParser json, String field, ObjectReader reader) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(json, field, JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, "element of " + field, JsonToken.START_OBJECT);
            reader.read();
        }
    }

    /** Says in one line what is wrong with a document. */
    static String reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "JSON ends early, expected a whole document";
        }
        if (e instanceof StreamConstraintsException) {
            return "JSON is too large: " + Excerpt.line(e.getOriginalMessage());
        }
        // Without the library's advice on how to program it.
        return "not JSON: "
                + Excerpt.line(e.getOriginalMessage().replaceFirst("(?s): (?:enable `|expected a valid value).*", ""));
    }

    /** Returns the current value if it is a string or a number, null if it is JSON's null. */
    static @Nullable String text(JsonParser json, String field) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
            return json.getText();
        }
        throw wrong(field, "a string", token);
    }

    /** Returns the current value, required to be a number or the text of one. */
    static String number(JsonParser json, String field) throws IOException {
        String text = text(json, field);
        if (text == null) {
            throw new IllegalArgumentException(field + " is null, expected a number");
        }
        return text;
    }

    /** Returns the current value as {@link #text} does, the empty text for null. */
    static String textOrEmpty(JsonParser json, String field) throws IOException {
        String text = text(json, field);
        return text == null ? "" : text;
    }

    /** Requires the current token to be the beginning of an object or an array. */
    static void expect(JsonParser json, String field, JsonToken expected) {
        if (json.currentToken() != expected) {
            throw wrong(field, expected == JsonToken.START_OBJECT ? "an object" : "an array", json.currentToken());
        }
    }

    private static IllegalArgumentException wrong(String field, String expected, @Nullable JsonToken token) {
        String found = token == null
                ? "nothing"
                : switch (token) {
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "an array";
                    case VALUE_STRING -> "a string";
                    case VALUE_NULL -> "null";
                    case VALUE_TRUE, VALUE_FALSE -> "a truth value";
                    default -> "a number";
                };
        return new IllegalArgumentException(field + " is " + found + ", expected " + expected);
    }
}
