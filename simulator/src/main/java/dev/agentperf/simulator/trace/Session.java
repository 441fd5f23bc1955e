package dev.agentperf.simulator.trace;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.cache.UserTurn;
import dev.agentperf.predict.ResourceUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of one agent.
 *
 * @param id the session's name in its trace; may be empty, need not be unique
 * @param type the agent's type; {@link AgentType#DEFAULT} where the trace names none
 * @param startNanos when it claims a container, in nanoseconds since the epoch
 * @param endNanos when it releases it; at least {@code startNanos}
 * @param steps what it did, by time; empty where the trace does not say
 * @param usage what it used, null where the trace does not say
 */
public record Session(
        String id,
        AgentType type,
        long startNanos,
        long endNanos,
        List<Step> steps,
        @Nullable Usage usage) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Validates and copies every component. */
    public Session {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        steps = List.copyOf(steps);
        if (endNanos < startNanos) {
            throw new IllegalArgumentException(
                    "session must not end before it starts, ended " + (startNanos - endNanos) + " ns before");
        }
    }

    /** Returns how long the session lasts, in nanoseconds. */
    public long durationNanos() {
        return endNanos - startNanos;
    }

    /**
     * Returns what the session used, as far as its trace tells; where it gives no duration, the time from start to end,
     * and none where those are equal: such a trace does not record the end.
     */
    public ResourceUsage resourceUsage() {
        double elapsedSeconds = durationNanos() == 0 ? Double.NaN : durationNanos() / NANOS_PER_SECOND;
        if (usage == null) {
            return new ResourceUsage(Double.NaN, Double.NaN, elapsedSeconds);
        }
        double seconds = Double.isNaN(usage.durationSeconds()) ? elapsedSeconds : usage.durationSeconds();
        return new ResourceUsage(usage.cpuSeconds(), usage.memoryMb(), seconds);
    }

    /** What an agent does in a step. */
    public enum Kind {
        /** It waits for a language model. */
        LLM,
        /** It calls a tool. */
        TOOL
    }

    /**
     * One step of a session.
     *
     * @param kind what it does
     * @param name the tool's or model's name; may be empty
     * @param atNanos when it begins, in nanoseconds since the session's start; 0 or more
     * @param durationNanos how long it takes; 0 where the trace does not say
     * @param turn where a model has spoken to the user: what it said and what he answered, as words; null elsewhere and
     *     where the trace does not say
     */
    public record Step(
            Kind kind,
            String name,
            long atNanos,
            long durationNanos,
            @Nullable UserTurn turn) {

        /** A step of which no talk is known. */
        public Step(Kind kind, String name, long atNanos, long durationNanos) {
            this(kind, name, atNanos, durationNanos, null);
        }

        /** Validates every component. */
        public Step {
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            if (atNanos < 0 || durationNanos < 0) {
                throw new IllegalArgumentException(
                        "step times must not be negative, were " + atNanos + " and " + durationNanos + " ns");
            }
            if (kind == Kind.TOOL && turn != null) {
                throw new IllegalArgumentException("a tool does not speak to the user, only a model does");
            }
        }
    }

    /**
     * What a session used; NaN marks a resource that the trace does not give.
     *
     * @param cpuSeconds processor time
     * @param memoryMb peak memory, in megabytes of 1,000,000 bytes
     * @param durationSeconds elapsed time
     */
    public record Usage(double cpuSeconds, double memoryMb, double durationSeconds) {}
}
