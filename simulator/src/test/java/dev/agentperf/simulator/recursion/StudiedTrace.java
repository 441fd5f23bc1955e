package dev.agentperf.simulator.recursion;

import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A trace that is held in memory, to be replayed many times under its name. */
record StudiedTrace(String name, TraceColumns columns, TraceScan scan, List<Session> sessions) {

    static StudiedTrace of(String name, SessionStream stream, Predicate<Session> taken) {
        List<Session> sessions = new ArrayList<>();
        for (Session session = stream.next(); session != null; session = stream.next()) {
            if (taken.test(session)) {
                sessions.add(session);
            }
        }
        return of(name, sessions);
    }

    static StudiedTrace of(String name, List<Session> unordered) {
        List<Session> sessions = new ArrayList<>(unordered);
        sessions.sort(Comparator.comparingLong(Session::startNanos));
        return new StudiedTrace(
                name, TraceColumns.of(SessionStream.of(sessions)), TraceScan.of(SessionStream.of(sessions)), sessions);
    }
}
