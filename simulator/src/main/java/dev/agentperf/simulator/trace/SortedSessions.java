package dev.agentperf.simulator.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a file by start, whatever order the file has; those of equal start come in the file's order. Not
 * thread-safe.
 *
 * <p>A merge sort over runs on disk: what fits into memory is sorted there, and of a longer file each part that fits
 * becomes a temporary file in our own format, which gives back exactly what was written.
 */
final class SortedSessions implements SessionStream {

    /** How much is held before a run is written; a session counts 1 and each of its steps 1. About 50 MB. */
    static final int HELD_AT_ONCE = 500_000;

    private static final int BUFFER_BYTES = 1 << 16;

    private final TraceFile file;
    private final Notes notes;
    private final SessionSource source;
    private final int heldAtOnce;
    private final List<SessionStream> runs = new ArrayList<>();
    private @Nullable SessionStream merged;

    SortedSessions(TraceFile file, Notes notes, SessionSource source, int heldAtOnce) {
        this.file = file;
        this.notes = notes;
        this.source = source;
        this.heldAtOnce = heldAtOnce;
    }

    @Override
    public @Nullable Session next() {
        if (merged == null) {
            merged = merge();
        }
        return merged.next();
    }

    private SessionStream merge() {
        List<Session> held = new ArrayList<>();
        int size = 0;
        for (Session session = source.next(); session != null; session = source.next()) {
            held.add(session);
            size += 1 + session.steps().size();
            if (size >= heldAtOnce) {
                runs.add(run(held));
                held = new ArrayList<>();
                size = 0;
            }
        }
        held.sort(Comparator.comparingLong(Session::startNanos));
        runs.add(new Run(held.iterator()));
        return runs.size() == 1 ? runs.get(0) : new MergedSessions(runs);
    }

    private SessionStream run(List<Session> held) {
        held.sort(Comparator.comparingLong(Session::startNanos));
        try {
            Path run = Files.createTempFile("agentperf", ".run");
            write(held, run);
            return new AgentPerfReader(
                    TraceFile.of(run, Files.newInputStream(run, StandardOpenOption.DELETE_ON_CLOSE)));
        } catch (IOException e) {
            throw new TraceException(
                    TraceFile.message(file.path(), 0, "cannot be sorted on disk: " + Excerpt.line(e.toString())), e);
        }
    }

    private static void write(List<Session> held, Path run) throws IOException {
        SessionJson json = new SessionJson(new BufferedOutputStream(Files.newOutputStream(run), BUFFER_BYTES));
        try {
            for (Session session : held) {
                json.write(session);
            }
        } finally {
            json.close();
        }
    }

    @Override
    public List<String> notes() {
        return notes.sentences(file);
    }

    @Override
    public void close() {
        runs.forEach(SessionStream::close);
        source.close();
        file.close();
    }

    /** The last run, which stays in memory. */
    private record Run(Iterator<Session> sessions) implements SessionStream {

        @Override
        public @Nullable Session next() {
            return sessions.hasNext() ? sessions.next() : null;
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void close() {
            // Holds nothing but memory.
        }
    }
}
