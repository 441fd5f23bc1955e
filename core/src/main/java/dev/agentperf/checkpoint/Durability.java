package dev.agentperf.checkpoint;

/** What a saved checkpoint survives. */
public enum Durability {
    /**
     * The end of the process, however sudden; after a crash of the machine it may be lost. No disk access is waited
     * for.
     */
    FAST,
    /** Also a crash of the machine, as far as its disk keeps what it confirms. Waits for the disk once. */
    DURABLE
}
