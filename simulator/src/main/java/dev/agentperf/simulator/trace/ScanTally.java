package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.result.TraceSummary;
import dev.agentperf.simulator.trace.Session.Usage;
import dev.agentperf.simulator.trace.TraceScan.TypeFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts a trace while it is read through. */
final class ScanTally {
    private static final double NANOS_A_SECOND = 1e9;

    private final Map<AgentType, TypeTally> types = new HashMap<>();
    private long sessions;
    private long steps;
    private long firstStart;
    private long lastStart;
    private long lastEnd = Long.MIN_VALUE;

    TraceScan scan(SessionStream stream) {
        for (Session session = stream.next(); session != null; session = stream.next()) {
            add(session);
        }
        return new TraceScan(
                summary(), firstStart, lastStart, sessions == 0 ? firstStart : lastEnd, facts(), stream.notes());
    }

    private void add(Session session) {
        if (sessions == 0) {
            firstStart = session.startNanos();
        }
        sessions++;
        lastStart = session.startNanos();
        steps += session.steps().size();
        lastEnd = Math.max(lastEnd, session.endNanos());
        types.computeIfAbsent(session.type(), type -> new TypeTally()).add(session);
        if (types.size() > TraceScan.MOST_TYPES) {
            throw new TraceException("trace holds too many agent types, expected at most " + TraceScan.MOST_TYPES);
        }
    }

    private TraceSummary summary() {
        return new TraceSummary(sessions, steps, types.size(), sessions == 0 ? 0 : spanSeconds());
    }

    private double spanSeconds() {
        long nanos = lastEnd - firstStart;
        // Negative where a trace of several files spans more than a long holds.
        return (nanos >= 0 ? nanos : (double) lastEnd - (double) firstStart) / NANOS_A_SECOND;
    }

    private SortedMap<AgentType, TypeFacts> facts() {
        SortedMap<AgentType, TypeFacts> facts = new TreeMap<>();
        types.forEach((type, tally) -> facts.put(type, tally.facts()));
        return facts;
    }

    private static final class TypeTally {
        private long sessions;
        private long measured;
        private double memoryMb;

        void add(Session session) {
            sessions++;
            Usage usage = session.usage();
            if (usage != null && !Double.isNaN(usage.memoryMb())) {
                measured++;
                memoryMb += usage.memoryMb();
            }
        }

        TypeFacts facts() {
            return new TypeFacts(sessions, measured == 0 ? Double.NaN : memoryMb / measured);
        }
    }
}
