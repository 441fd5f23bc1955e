package dev.agentperf.reports.cli;

import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions of which each one that is read is a step of a task. */
final class WatchedSessions implements SessionStream {
    private final SessionStream sessions;
    private final Progress.Task task;

    WatchedSessions(SessionStream sessions, Progress.Task task) {
        this.sessions = sessions;
        this.task = task;
    }

    @Override
    public @Nullable Session next() {
        Session session = sessions.next();
        if (session != null) {
            task.advance(1);
        } else {
            task.done();
        }
        return session;
    }

    @Override
    public List<String> notes() {
        return sessions.notes();
    }

    @Override
    public void close() {
        sessions.close();
        task.close();
    }
}
