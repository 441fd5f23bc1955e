package dev.agentperf.simulator.trace;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions that a test holds, as a stream. */
final class Held implements SessionStream {
    private final Iterator<Session> sessions;

    Held(List<Session> sessions) {
        this.sessions = sessions.iterator();
    }

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
        // Nothing is open.
    }
}
