package dev.agentperf.simulator.trace;

import dev.agentperf.simulator.trace.CsvColumns.Meaning;
import dev.agentperf.simulator.trace.Session.Usage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads any table by start, one session a row, its columns named by the user. Holds one line at a time. */
final class CsvReader implements SessionStream {
    private static final double NANOS_A_SECOND = 1e9;

    private final TraceFile file;
    private final Lines lines;
    private final CsvHeader header;
    private final Map<Meaning, Integer> indexes = new EnumMap<>(Meaning.class);
    private final TypeNames types = new TypeNames();
    private final Notes notes = new Notes();
    private long lastStart = Long.MIN_VALUE;

    CsvReader(TraceFile file, CsvColumns columns) {
        this.file = file;
        this.lines = new Lines(file);
        this.header = CsvHeader.read(lines);
        String expected = String.join(",", columns.names().values());
        columns.names().forEach((meaning, name) -> indexes.put(meaning, header.require(lines, name, expected)));
    }

    @Override
    public @Nullable Session next() {
        if (!lines.next()) {
            return null;
        }
        Session session = session(header.fields(lines));
        if (session.startNanos() < lastStart) {
            throw lines.error(Ordering.backwards(lastStart, session.startNanos()));
        }
        lastStart = session.startNanos();
        return session;
    }

    private Session session(List<String> row) {
        try {
            String type = field(row, Meaning.TYPE);
            if (type == null) {
                notes.count("{} sessions carry no type and got type default");
            }
            String id = field(row, Meaning.SESSION);
            long start = start(row);
            long end = end(row, start);
            return new Session(id == null ? "" : id, types.of(type), start, end, List.of(), usage(row, start, end));
        } catch (ArithmeticException e) {
            throw lines.error("session lasts too long, expected less than 292 years");
        } catch (IllegalArgumentException e) {
            throw lines.error(String.valueOf(e.getMessage()));
        }
    }

    private long start(List<String> row) {
        String time = field(row, Meaning.TIME);
        if (time == null) {
            throw new IllegalArgumentException("session has no time, expected ISO-8601 or epoch seconds");
        }
        if (Times.lacksZone(time)) {
            notes.count("{} times carry no zone and were read as UTC");
        }
        return Times.parse(time);
    }

    private long end(List<String> row, long start) {
        String duration = field(row, Meaning.DURATION);
        if (duration != null) {
            return Math.addExact(start, Seconds.parseDuration(duration, "duration"));
        }
        String end = field(row, Meaning.END);
        if (end == null) {
            notes.count("{} sessions carry no end: each ends when it starts");
            return start;
        }
        long nanos = Times.parse(end);
        if (nanos < start) {
            throw new IllegalArgumentException(
                    "session ends at " + Times.format(nanos) + " before it starts at " + Times.format(start));
        }
        Math.subtractExact(nanos, start);
        return nanos;
    }

    private @Nullable Usage usage(List<String> row, long start, long end) {
        String cpu = field(row, Meaning.CPU);
        String memory = field(row, Meaning.MEMORY);
        if (cpu == null && memory == null) {
            return null;
        }
        boolean ends = indexes.containsKey(Meaning.END) || indexes.containsKey(Meaning.DURATION);
        return new Usage(
                cpu == null ? Double.NaN : Amounts.parse(cpu, "cpu"),
                memory == null ? Double.NaN : Amounts.parse(memory, "memory"),
                ends ? (end - start) / NANOS_A_SECOND : Double.NaN);
    }

    // An empty field is one that the row does not have.
    private @Nullable String field(List<String> row, Meaning meaning) {
        Integer index = indexes.get(meaning);
        return index == null || row.get(index).isEmpty() ? null : row.get(index);
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
