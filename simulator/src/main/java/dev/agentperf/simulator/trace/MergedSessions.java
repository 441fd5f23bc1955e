package dev.agentperf.simulator.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several streams as one by start; equal starts come in the order of the streams. Not thread-safe. */
final class MergedSessions implements SessionStream {

    /** A stream's next session. */
    private record Head(Session session, int stream) {}

    private final List<SessionStream> streams;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparingLong((Head head) -> head.session().startNanos()).thenComparingInt(Head::stream));
    private boolean begun;

    MergedSessions(List<SessionStream> streams) {
        this.streams = List.copyOf(streams);
    }

    @Override
    public @Nullable Session next() {
        if (!begun) {
            begun = true;
            for (int i = 0; i < streams.size(); i++) {
                pull(i);
            }
        }
        Head first = heads.poll();
        if (first == null) {
            return null;
        }
        pull(first.stream());
        return first.session();
    }

    private void pull(int stream) {
        Session session = streams.get(stream).next();
        if (session != null) {
            heads.add(new Head(session, stream));
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        streams.forEach(stream -> notes.addAll(stream.notes()));
        return notes;
    }

    @Override
    public void close() {
        streams.forEach(SessionStream::close);
    }
}
