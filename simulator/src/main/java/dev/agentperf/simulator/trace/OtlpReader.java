package dev.agentperf.simulator.trace;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Reads OpenTelemetry spans in OTLP JSON. The spans of a trace may stand anywhere in the file, so they are first
 * gathered by trace, on disk where they are many, and then become sessions trace by trace.
 */
final class OtlpReader implements SessionSource {
    private final TraceFile file;
    private final Notes notes;
    private final TypeNames types = new TypeNames();
    private final Queue<Session> ready = new ArrayDeque<>();
    private final SpanStore store;
    private boolean gathered;

    private OtlpReader(TraceFile file, Notes notes) {
        this.file = file;
        this.notes = notes;
        this.store = new SpanStore(file, SpanStore.HELD_AT_ONCE);
    }

    /** Reads {@code file} by start. */
    static SessionStream open(TraceFile file) {
        Notes notes = new Notes();
        return new SortedSessions(file, notes, new OtlpReader(file, notes), SortedSessions.HELD_AT_ONCE);
    }

    @Override
    public @Nullable Session next() {
        if (!gathered) {
            gathered = true;
            new OtlpParser(file, notes, store::add).parse();
        }
        while (ready.isEmpty() && store.hasNextPart()) {
            readPart();
        }
        return ready.poll();
    }

    @Override
    public void close() {
        store.close();
    }

    private void readPart() {
        Map<String, OtlpTrace> traces = new LinkedHashMap<>();
        store.nextPart(span -> traces.computeIfAbsent(span.traceId(), id -> new OtlpTrace(types, notes))
                .add(span));
        try {
            traces.values().forEach(trace -> ready.addAll(trace.sessions()));
        } catch (IllegalArgumentException e) {
            throw file.error(String.valueOf(e.getMessage()));
        }
    }
}
