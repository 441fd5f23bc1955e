package dev.agentperf.simulator.recursion;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trace in columns, type by type, for replaying it many times: eight bytes a session where all sessions of a type
 * last equally long, sixteen elsewhere. Not thread-safe while it is made; safe to share afterwards.
 */
public final class TraceColumns {
    private final SortedMap<AgentType, Column> types = new TreeMap<>();

    private TraceColumns() {}

    /** Reads a trace to its end; the caller closes it. */
    public static TraceColumns of(SessionStream sessions) {
        TraceColumns columns = new TraceColumns();
        for (Session session = sessions.next(); session != null; session = sessions.next()) {
            columns.types
                    .computeIfAbsent(session.type(), type -> new Column())
                    .add(session.startNanos(), session.durationNanos());
        }
        return columns;
    }

    Map<AgentType, Column> types() {
        return types;
    }

    /** The sessions of one type. */
    static final class Column {
        private long[] starts = new long[16];
        private long[] durations = {};
        private long firstDuration;
        private boolean isEven = true;
        private int size;

        private void add(long startNanos, long durationNanos) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
            }
            if (size == 0) {
                firstDuration = durationNanos;
            }
            if (isEven && durationNanos != firstDuration) {
                isEven = false;
                durations = new long[starts.length];
                Arrays.fill(durations, 0, size, firstDuration);
            }
            if (!isEven) {
                durations = durations.length < starts.length ? Arrays.copyOf(durations, starts.length) : durations;
                durations[size] = durationNanos;
            }
            starts[size++] = startNanos;
        }

        /** Returns whether all sessions last as long as the first. */
        boolean isEven() {
            return isEven;
        }

        long firstDurationNanos() {
            return firstDuration;
        }

        /** Gives all sessions to a run that was told how long they last. */
        void replay(TypeRun run) {
            run.claims(starts, size);
        }

        /** Gives all sessions to a run, each with its duration. */
        void replayOneByOne(TypeRun run) {
            for (int i = 0; i < size; i++) {
                run.claim(starts[i], isEven ? firstDuration : durations[i]);
            }
        }
    }
}
