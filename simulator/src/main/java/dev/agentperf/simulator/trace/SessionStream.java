package dev.agentperf.simulator.trace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions of one or more traces, by start time, read as they are asked for. Not thread-safe. */
public interface SessionStream extends AutoCloseable {

    /** Returns a stream of these sessions, which are ordered by their starts. */
    static SessionStream of(List<Session> sessions) {
        Iterator<Session> iterator = sessions.iterator();
        return new SessionStream() {
            @Override
            public @Nullable Session next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public List<String> notes() {
                return List.of();
            }

            @Override
            public void close() {
                /* Nothing is open. */
            }
        };
    }

    /**
     * Returns the next session, or null after the last one. Starts never go backwards.
     *
     * @throws TraceException if the trace cannot be read on
     */
    @Nullable
    Session next();

    /**
     * Returns the next sessions, fewer than asked for only at the end of the stream and none after it.
     *
     * @throws TraceException as {@link #next} does
     */
    default List<Session> next(int most) {
        List<Session> batch = new ArrayList<>(most);
        Session session = most > 0 ? next() : null;
        while (session != null) {
            batch.add(session);
            session = batch.size() < most ? next() : null;
        }
        return batch;
    }

    /** Returns what could not be mapped so far, one sentence a kind with its count; empty when all was. */
    List<String> notes();

    /** Closes the file. Idempotent. */
    @Override
    void close();
}
