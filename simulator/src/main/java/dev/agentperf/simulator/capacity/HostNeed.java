package dev.agentperf.simulator.capacity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What the planned sizes and the sessions of a trace ask of machines, at most.
 *
 * @param containers how many there are at once, those in use and those of the stock
 * @param memoryMb what they hold together, in megabytes
 * @param largestMb what a container of the largest type holds
 * @param startsAtOnce how many containers are being started at once, so many processors keep them from slowing one
 *     another; 0 where containers are reused, for then only misses start any
 * @param hosts how many hosts of the size asked about that takes; null where none was
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HostNeed(
        long containers,
        double memoryMb,
        double largestMb,
        int startsAtOnce,
        @Nullable Integer hosts) {
    private static final double BYTES_PER_MB = 1e6;

    /**
     * Returns the need with the number of hosts that meets it. Containers are not divided: a host holds as many as of
     * the largest type, at least, and less than one of the largest stays free on it.
     *
     * @param memoryBytes of each host; it must hold the largest container
     * @param processors of each
     */
    public HostNeed on(long memoryBytes, int processors) {
        if (memoryBytes < largestMb * BYTES_PER_MB || memoryBytes < 1) {
            throw new IllegalArgumentException("host memory must hold the largest container, " + Math.round(largestMb)
                    + " MB, was " + Math.round(memoryBytes / BYTES_PER_MB) + " MB");
        }
        if (processors < 1) {
            throw new IllegalArgumentException("host processors must be at least 1, was " + processors);
        }
        double hostMb = memoryBytes / BYTES_PER_MB;
        double byCount = Math.ceil(containers / Math.floor(hostMb / largestMb));
        double byMemory = Math.ceil(memoryMb / (hostMb - largestMb));
        double byProcessors = Math.ceil((double) startsAtOnce / processors);
        int least = (int) Math.min(Integer.MAX_VALUE, Math.max(Math.min(byCount, byMemory), byProcessors));
        return new HostNeed(containers, memoryMb, largestMb, startsAtOnce, least);
    }
}
