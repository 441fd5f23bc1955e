package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a running container used at one moment. What a runtime cannot know is absent, never zero.
 *
 * @param atNanos when it was read, by the runtime's ticker
 * @param cpuNanos processor time since it started; 0 or more
 * @param cpuPercent processor time since the sample before, 100 for one processor all the time; absent in a first
 *     sample
 * @param memoryBytes memory without reclaimable file cache; 0 or more
 * @param peakMemoryBytes the most memory it ever had, file cache included
 * @param pids processes and threads; 0 or more
 * @param io what it has moved
 */
public record ContainerStats(
        long atNanos,
        long cpuNanos,
        OptionalDouble cpuPercent,
        long memoryBytes,
        OptionalLong peakMemoryBytes,
        int pids,
        ContainerIo io) {
    private static final double PERCENT = 100;

    /** Validates what may be absent. */
    public ContainerStats {
        requireNonNull(cpuPercent, "cpuPercent");
        requireNonNull(peakMemoryBytes, "peakMemoryBytes");
        requireNonNull(io, "io");
    }

    /** Creates a first sample of a runtime that knows no more than this. */
    public ContainerStats(long atNanos, long cpuNanos, long memoryBytes, int pids) {
        this(atNanos, cpuNanos, OptionalDouble.empty(), memoryBytes, OptionalLong.empty(), pids, ContainerIo.UNKNOWN);
    }

    /** Returns this with the most memory that the container ever had. */
    public ContainerStats withPeakMemoryBytes(long bytes) {
        return new ContainerStats(atNanos, cpuNanos, cpuPercent, memoryBytes, OptionalLong.of(bytes), pids, io);
    }

    /** Returns this with what the container has moved. */
    public ContainerStats withIo(ContainerIo newIo) {
        return new ContainerStats(atNanos, cpuNanos, cpuPercent, memoryBytes, peakMemoryBytes, pids, newIo);
    }

    /**
     * Returns this with the processor's share since an earlier sample of the same container; without it where no time
     * passed in between or the count began again.
     */
    public ContainerStats since(ContainerStats earlier) {
        long elapsedNanos = atNanos - earlier.atNanos;
        long usedNanos = cpuNanos - earlier.cpuNanos;
        OptionalDouble percent = elapsedNanos > 0 && usedNanos >= 0
                ? OptionalDouble.of(PERCENT * usedNanos / elapsedNanos)
                : OptionalDouble.empty();
        return new ContainerStats(atNanos, cpuNanos, percent, memoryBytes, peakMemoryBytes, pids, io);
    }
}
