package dev.agentperf.jmh.pool;

/** A pool under comparison, full of objects that cost nothing. Thread-safe; whoever makes it closes it. */
interface ClaimCycle extends AutoCloseable {
    /** How many objects every pool holds. */
    int STOCK = 64;

    /** How long a claim waits for an object before the benchmark fails. */
    int PATIENCE_SECONDS = 60;

    /** Holds what was claimed for no time at all. */
    Runnable AT_ONCE = () -> {};

    /**
     * Claims one object, waiting where there is none, and gives it back.
     *
     * @param whileHeld runs between the two
     * @return the object
     */
    Object claimAndRelease(Runnable whileHeld) throws Exception;

    @Override
    void close() throws Exception;
}
