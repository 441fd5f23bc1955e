package dev.agentperf.memory;

/** How scarce memory is. */
public enum MemoryPressure {
    /** Nothing needs to be done. */
    NORMAL,
    /** What is cheap to give up should be given up. */
    ELEVATED,
    /** Everything that can be made again should be given up. */
    CRITICAL
}
