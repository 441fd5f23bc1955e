package dev.agentperf.memory;

/** Where readings of the process's memory come from. Thread-safe. */
@FunctionalInterface
public interface MemorySource {

    /** Reads the memory of the process now. */
    MemoryReading read();

    /**
     * Returns the source that reads the running process: resident memory by OSHI, the heap by the JVM's own beans. The
     * first reading opens it, once for the whole process: that is a hundred times dearer than reading.
     */
    static MemorySource ofThisProcess() {
        return () -> ProcessMemory.ofThisProcess().read();
    }
}
