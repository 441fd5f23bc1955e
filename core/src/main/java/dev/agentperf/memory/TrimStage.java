package dev.agentperf.memory;

/** What is given up, in this order: first what costs nothing to lose, last what costs the most. */
public enum TrimStage {
    /** Entries that nobody may have any more. From elevated pressure on. */
    EXPIRED(MemoryPressure.ELEVATED),
    /** What a cache holds and can load again. From critical pressure on. */
    CACHES(MemoryPressure.CRITICAL),
    /** Containers that nobody has claimed, and that will have to be started again. From critical pressure on. */
    CONTAINERS(MemoryPressure.CRITICAL),
    /** The state of agents, which moves from memory to the disk. From critical pressure on. */
    CHECKPOINTS(MemoryPressure.CRITICAL);

    private final MemoryPressure from;

    TrimStage(MemoryPressure from) {
        this.from = from;
    }

    /** Returns the least pressure at which it is given up. */
    public MemoryPressure from() {
        return from;
    }
}
