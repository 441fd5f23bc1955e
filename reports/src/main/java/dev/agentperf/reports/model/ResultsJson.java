package dev.agentperf.reports.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * How results look as JSON: keys in the order of the records' components, unknown fields ignored, numbers that are
 * missing rejected, NaN and the infinities as strings. Thread-safe.
 */
public final class ResultsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    /* Line feeds and no others, so that a result has the same bytes on every system. */
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private ResultsJson() {}

    /** Returns a reader of one value of that type. */
    public static ObjectReader reader(Class<?> type) {
        return MAPPER.readerFor(type);
    }

    /** Returns a reader of a list of such values. */
    public static ObjectReader listReader(Class<?> type) {
        return MAPPER.readerForListOf(type);
    }

    /** Returns a writer that indents. */
    public static ObjectWriter pretty() {
        return MAPPER.writer(PRETTY);
    }

    /** Returns a writer that does not. */
    public static ObjectWriter compact() {
        return MAPPER.writer();
    }
}
