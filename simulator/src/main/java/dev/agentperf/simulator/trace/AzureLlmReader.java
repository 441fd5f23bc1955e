package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Azure LLM inference traces (2023 and 2024): one request a row, by time. A row says when a request came and how
 * many tokens it had, not how long it took; so its session ends when it starts.
 */
final class AzureLlmReader implements SessionStream {
    static final String COLUMNS = "TIMESTAMP,ContextTokens,GeneratedTokens";

    private final TraceFile file;
    private final Lines lines;
    private final CsvHeader header;
    private final int time;
    private final int context;
    private final int generated;
    private final Notes notes = new Notes();
    private long lastStart = Long.MIN_VALUE;

    AzureLlmReader(TraceFile file) {
        this.file = file;
        this.lines = new Lines(file);
        this.header = CsvHeader.read(lines);
        this.time = header.require(lines, "TIMESTAMP", COLUMNS);
        this.context = header.require(lines, "ContextTokens", COLUMNS);
        this.generated = header.require(lines, "GeneratedTokens", COLUMNS);
    }

    @Override
    public @Nullable Session next() {
        if (!lines.next()) {
            return null;
        }
        List<String> row = header.fields(lines);
        long start = start(row);
        if (start < lastStart) {
            throw lines.error(Ordering.backwards(lastStart, start));
        }
        lastStart = start;
        notes.count("{} requests carry no end and no type: each session ends when it starts and has type default");
        return new Session("", AgentType.DEFAULT, start, start, List.of(), null);
    }

    private long start(List<String> row) {
        try {
            Amounts.parse(row.get(context), "ContextTokens");
            Amounts.parse(row.get(generated), "GeneratedTokens");
            return Times.parse(row.get(time));
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<String> notes() {
        return notes.sentences(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
