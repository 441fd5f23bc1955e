package dev.agentperf.simulator.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Tells a file's format by its beginning: the header of a table, the members of the first JSON object. */
final class FormatDetector {
    private static final String EXPECTED =
            "expected JSON lines with session, type, start and end; OTLP as JSON with resourceSpans; a CSV with the columns "
                    + AzureLlmReader.COLUMNS
                    + " or HashFunction and minutes; a tau2-bench result; Copilot agent sessions;"
                    + " or another CSV and which of its columns is what (--columns)";

    private FormatDetector() {}

    /**
     * Returns the format of {@code file}; only before anything of it is read.
     *
     * @throws TraceException if it is none that is known
     */
    static TraceFormat detect(TraceFile file, TraceOptions options) {
        byte[] prologue = file.prologue();
        String text = new String(prologue, StandardCharsets.UTF_8).strip();
        if (text.startsWith("\ufeff")) {
            text = text.substring(1).strip();
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return ofJson(file, text);
        }
        return options.columns() == null ? ofTable(file, text) : TraceFormat.CSV;
    }

    private static TraceFormat ofTable(TraceFile file, String text) {
        Set<String> columns = columns(text.lines().findFirst().orElse(""));
        if (columns.contains("HashFunction")) {
            return TraceFormat.AZURE_FUNCTIONS;
        }
        if (columns.contains("end_timestamp") || (columns.contains("app") && columns.contains("func"))) {
            return TraceFormat.AZURE_FUNCTIONS_2021;
        }
        // One name is enough: the reader then says which one is missing.
        if (columns.contains("TIMESTAMP") || columns.contains("ContextTokens") || columns.contains("GeneratedTokens")) {
            return TraceFormat.AZURE_LLM;
        }
        throw unknown(file);
    }

    private static Set<String> columns(String header) {
        try {
            return Set.copyOf(CsvRow.split(header));
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
    }

    private static TraceFormat ofJson(TraceFile file, String text) {
        Set<String> members = members(text);
        if (members.contains("simulations") || (members.contains("info") && members.contains("tasks"))) {
            return TraceFormat.TAU2;
        }
        if (members.contains("session_id") || members.contains("turns")) {
            return TraceFormat.COPILOT_AGENT_2026;
        }
        if (members.contains("resourceSpans") || members.contains("scopeSpans")) {
            return TraceFormat.OTLP;
        }
        if (members.contains("start") || members.contains("session")) {
            return TraceFormat.AGENTPERF;
        }
        throw unknown(file);
    }

    // The names of the first object's members, as far as the text goes.
    private static Set<String> members(String text) {
        Set<String> names = new HashSet<>();
        try (JsonParser json = Json.FACTORY.createParser(text)) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                json.nextToken();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                names.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
        } catch (IOException e) {
            // Cut by the end of the text, or damaged: what was seen so far tells, or the reader will.
            return names;
        }
        return names;
    }

    private static TraceException unknown(TraceFile file) {
        return file.error("is of no known format, " + EXPECTED);
    }
}
