package dev.agentperf.memory;

/**
 * What the process used at one moment, in bytes.
 *
 * @param residentBytes physical memory of the process; 0 where the system does not tell
 * @param physicalBytes physical memory that the process may use: the machine's, or its control group's if that is less;
 *     0 where the system does not tell
 * @param liveHeapBytes heap in use after the last garbage collection; what is used now before the first one
 * @param committedHeapBytes heap that the JVM has taken from the system
 * @param maxHeapBytes heap that the JVM may take at most
 */
public record MemoryReading(
        long residentBytes, long physicalBytes, long liveHeapBytes, long committedHeapBytes, long maxHeapBytes) {

    /** Validates every component. */
    public MemoryReading {
        if (residentBytes < 0 || physicalBytes < 0 || liveHeapBytes < 0 || committedHeapBytes < 0) {
            throw new IllegalArgumentException("memory must not be negative, was resident " + residentBytes
                    + ", physical " + physicalBytes + ", live heap " + liveHeapBytes + ", committed heap "
                    + committedHeapBytes);
        }
        if (maxHeapBytes < 1) {
            throw new IllegalArgumentException("maxHeapBytes must be at least 1, was " + maxHeapBytes);
        }
    }

    /** Returns the scarcer of heap and physical memory as the share that is used, 0 to 1 and rarely more. */
    public double usedShare() {
        double heap = (double) liveHeapBytes / maxHeapBytes;
        return physicalBytes == 0 ? heap : Math.max(heap, (double) residentBytes / physicalBytes);
    }
}
