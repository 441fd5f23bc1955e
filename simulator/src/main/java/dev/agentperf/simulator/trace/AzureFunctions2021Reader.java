package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Azure Functions 2021: one invocation a row, with its end and duration in seconds. Every invocation is a
 * session, its type the function; it starts its duration before its end. Times count from a moment that the trace does
 * not state, placed at the epoch.
 */
final class AzureFunctions2021Reader implements SessionSource {
    static final String COLUMNS = "app,func,end_timestamp,duration";

    private static final double NANOS_A_SECOND = 1e9;

    private final Lines lines;
    private final CsvHeader header;
    private final int function;
    private final int end;
    private final int duration;
    private final TypeNames types = new TypeNames();

    private AzureFunctions2021Reader(TraceFile file) {
        this.lines = new Lines(file);
        this.header = CsvHeader.read(lines);
        header.require(lines, "app", COLUMNS);
        this.function = header.require(lines, "func", COLUMNS);
        this.end = header.require(lines, "end_timestamp", COLUMNS);
        this.duration = header.require(lines, "duration", COLUMNS);
    }

    /** Reads {@code file} by start: its rows are in no order that it promises. */
    static SessionStream open(TraceFile file) {
        Notes notes = new Notes();
        notes.state("its times count from a moment that it does not state: that is " + Times.format(0));
        return new SortedSessions(file, notes, new AzureFunctions2021Reader(file), SortedSessions.HELD_AT_ONCE);
    }

    @Override
    public @Nullable Session next() {
        if (!lines.next()) {
            return null;
        }
        List<String> row = header.fields(lines);
        try {
            AgentType type = types.of(row.get(function));
            long endNanos = Seconds.parse(row.get(end));
            long nanos = Seconds.parseDuration(row.get(duration), "duration");
            Usage usage = new Usage(Double.NaN, Double.NaN, nanos / NANOS_A_SECOND);
            return new Session("", type, Math.subtractExact(endNanos, nanos), endNanos, List.of(), usage);
        } catch (ArithmeticException e) {
            throw lines.error("end_timestamp is out of range, was " + Excerpt.of(row.get(end)));
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        }
    }
}
