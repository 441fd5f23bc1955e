package dev.agentperf.simulator.workload;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of which workload to generate. It ends with whichever comes first, the last session or the last moment.
 *
 * @param sessions how many sessions; 1 or more
 * @param span for how long sessions start; above 0, at most {@link #LONGEST_SPAN}
 * @param seed any value; equal configurations with equal seeds give equal sessions
 * @param sessionsPerSecond how many sessions start a second, in the mean over all types; above 0
 * @param agents the agent types, each once, with shares that add up to 1
 */
public record WorkloadConfig(
        long sessions, Duration span, long seed, double sessionsPerSecond, List<AgentProfile> agents) {

    /** A hundred years: far inside what a time in nanoseconds holds. */
    public static final Duration LONGEST_SPAN = Duration.ofDays(36_525);

    private static final double MOST_PER_SECOND = 1e6;
    private static final double SHARE_TOLERANCE = 1e-9;

    /** Validates every component. */
    public WorkloadConfig {
        requireNonNull(span, "span");
        agents = List.copyOf(agents);
        if (sessions < 1) {
            throw new IllegalArgumentException("sessions must be at least 1, was " + sessions);
        }
        if (span.isNegative() || span.isZero() || span.compareTo(LONGEST_SPAN) > 0) {
            throw new IllegalArgumentException("span must be above 0 and at most " + LONGEST_SPAN + ", was " + span);
        }
        if (!(sessionsPerSecond > 0 && sessionsPerSecond <= MOST_PER_SECOND)) {
            throw new IllegalArgumentException(
                    "sessions per second must be above 0 and at most 1e6, was " + sessionsPerSecond);
        }
        checkAgents(agents);
    }

    /** Returns the reference workload, ended by its number of sessions. */
    public static WorkloadConfig ofSessions(long sessions, long seed) {
        return new WorkloadConfig(
                sessions, LONGEST_SPAN, seed, ReferenceAgents.SESSIONS_PER_SECOND, ReferenceAgents.all());
    }

    /** Returns the reference workload, ended by its span. */
    public static WorkloadConfig ofSpan(Duration span, long seed) {
        return new WorkloadConfig(
                Long.MAX_VALUE, span, seed, ReferenceAgents.SESSIONS_PER_SECOND, ReferenceAgents.all());
    }

    /** Returns this configuration with another rate. */
    public WorkloadConfig withSessionsPerSecond(double newSessionsPerSecond) {
        return new WorkloadConfig(sessions, span, seed, newSessionsPerSecond, agents);
    }

    /** Returns this configuration with other agent types. */
    public WorkloadConfig withAgents(List<AgentProfile> newAgents) {
        return new WorkloadConfig(sessions, span, seed, sessionsPerSecond, newAgents);
    }

    private static void checkAgents(List<AgentProfile> agents) {
        double total = 0;
        Set<AgentType> types = new HashSet<>();
        for (AgentProfile agent : agents) {
            total += agent.share();
            if (!types.add(agent.type())) {
                throw new IllegalArgumentException("agent types must differ, had twice " + agent.type());
            }
        }
        if (Math.abs(total - 1) > SHARE_TOLERANCE) {
            throw new IllegalArgumentException("shares of the agent types must add up to 1, were " + total);
        }
    }
}
