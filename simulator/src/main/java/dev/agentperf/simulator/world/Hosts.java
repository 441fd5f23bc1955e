package dev.agentperf.simulator.world;

/**
 * The machines that containers share, all alike.
 *
 * <p>A container goes where most memory is free. One that is being started takes a processor for as long as its start
 * would take alone; where more start on a host than it has processors, they share them evenly and all take longer.
 * Memory is never over-committed: there are never more containers than the hosts hold of the largest type.
 *
 * @param count how many; at least 1
 * @param processors of each; at least 1
 * @param memoryBytes of each, all of it for containers; positive
 */
public record Hosts(int count, int processors, long memoryBytes) {

    /** Validates every component. */
    public Hosts {
        if (count < 1) {
            throw new IllegalArgumentException("hosts must be at least 1, was " + count);
        }
        if (processors < 1) {
            throw new IllegalArgumentException("processors must be at least 1, was " + processors);
        }
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("memoryBytes must be positive, was " + memoryBytes);
        }
    }

    /**
     * Returns how many containers fit, whatever their types.
     *
     * @param largestBytes the memory of the largest type
     * @throws IllegalArgumentException if not even one does
     */
    public int capacity(long largestBytes) {
        long each = memoryBytes / largestBytes;
        if (each == 0) {
            throw new IllegalArgumentException("host memory must hold the largest container, " + largestBytes
                    + " bytes, was " + memoryBytes + " bytes");
        }
        return (int) Math.min(Integer.MAX_VALUE, each * count);
    }

    /** Returns what a reader of the result needs to know. */
    public String description() {
        return count + " hosts with " + processors + " processors and " + memoryBytes / 1_000_000
                + " MB of memory each: starts share processors evenly, memory is never over-committed";
    }
}
