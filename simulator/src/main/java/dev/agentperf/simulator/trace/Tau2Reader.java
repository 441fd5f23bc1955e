package dev.agentperf.simulator.trace;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a result file of tau2-bench: one simulation is one session, whose type is the benchmark's domain. Simulations
 * ran concurrently and stand in no order of time, so one file's sessions are held and sorted.
 */
final class Tau2Reader implements SessionStream {
    private final TraceFile file;
    private final Notes notes = new Notes();
    private @Nullable Iterator<Session> sessions;

    Tau2Reader(TraceFile file) {
        this.file = file;
    }

    @Override
    public @Nullable Session next() {
        if (sessions == null) {
            sessions = new Tau2Document(file, notes).read().iterator();
        }
        return sessions.hasNext() ? sessions.next() : null;
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
