package dev.agentperf.simulator.trace;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.ResourceLimits;
import dev.agentperf.simulator.result.TraceSummary;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reading a trace once tells.
 *
 * @param summary its size
 * @param startNanos the first session's start, in nanoseconds since the epoch; 0 without sessions
 * @param lastStartNanos the last session's start; 0 without sessions
 * @param endNanos the last session's end; 0 without sessions
 * @param types every agent type that occurs, by name
 * @param notes what could not be mapped, one sentence a kind
 */
public record TraceScan(
        TraceSummary summary,
        long startNanos,
        long lastStartNanos,
        long endNanos,
        SortedMap<AgentType, TypeFacts> types,
        List<String> notes) {

    /** The most agent types that one trace may hold; more are a sign of ids taken for types. */
    public static final int MOST_TYPES = 1_000_000;

    /** Copies every collection. */
    public TraceScan {
        requireNonNull(summary, "summary");
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        notes = List.copyOf(notes);
    }

    /**
     * One agent type's share of a trace.
     *
     * @param sessions how many sessions are of the type
     * @param meanMemoryMb the mean of their peak memory in megabytes, over those that give it; NaN where none does
     */
    public record TypeFacts(long sessions, double meanMemoryMb) {
        private static final double BYTES_PER_MB = 1e6;

        /**
         * Returns the memory that a container of the type is given, in bytes: the sessions' mean where the trace gives
         * it, the usual limit where it does not.
         */
        public long containerBytes() {
            return Double.isNaN(meanMemoryMb)
                    ? ResourceLimits.DEFAULT.memoryBytes()
                    : Math.max(ResourceLimits.MIN_MEMORY_BYTES, Math.round(meanMemoryMb * BYTES_PER_MB));
        }

        /** Same as {@link #containerBytes}, in megabytes of 1,000,000 bytes. */
        public double containerMb() {
            return containerBytes() / BYTES_PER_MB;
        }
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @throws TraceException if it cannot be read to its end or holds more than {@value #MOST_TYPES} types
     */
    public static TraceScan of(SessionStream sessions) {
        return new ScanTally().scan(sessions);
    }
}
