package dev.agentperf.simulator.workload;

import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Generates sessions in place of a recorded trace: bursty arrivals, lognormal lengths, Zipf tools. Holds nothing of
 * what it gave, however long the workload. Equal configurations give equal sessions on every machine and JDK. Not
 * thread-safe.
 */
public final class ReferenceWorkload implements SessionStream {

    /** When every generated workload begins, 2026-01-01T00:00:00Z in nanoseconds since the epoch. */
    public static final long ORIGIN_NANOS = TimeUnit.SECONDS.toNanos(1_767_225_600L);

    private final AgentSessions[] agents;
    private final double spanSeconds;
    private final String note;
    private long left;

    private ReferenceWorkload(WorkloadConfig config) {
        RandomStreams streams = new RandomStreams(config.seed());
        this.agents = config.agents().stream()
                .map(agent -> new AgentSessions(agent, config.sessionsPerSecond(), streams))
                .toArray(AgentSessions[]::new);
        this.spanSeconds = seconds(config.span());
        this.left = config.sessions();
        this.note = "the workload is synthetic, generated with seed " + config.seed();
    }

    /** Begins a workload; nothing has to be closed. */
    public static SessionStream open(WorkloadConfig config) {
        return new ReferenceWorkload(config);
    }

    @Override
    public @Nullable Session next() {
        AgentSessions first = first();
        if (left == 0 || first.startSeconds() >= spanSeconds) {
            return null;
        }
        left--;
        return first.next(ORIGIN_NANOS);
    }

    // Of equal starts the type that was configured first; a heap would not pay for a handful of types.
    private AgentSessions first() {
        AgentSessions first = agents[0];
        for (AgentSessions agent : agents) {
            if (agent.startSeconds() < first.startSeconds()) {
                first = agent;
            }
        }
        return first;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    @Override
    public List<String> notes() {
        return List.of(note);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
