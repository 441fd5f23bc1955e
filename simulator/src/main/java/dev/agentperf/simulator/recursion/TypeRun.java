package dev.agentperf.simulator.recursion;

/** One type's claims under one policy. Not thread-safe. */
interface TypeRun {

    /** Adds a claim and how long its session lasts; claims come in order. */
    void claim(long atNanos, long durationNanos);

    /** Adds the first {@code count} claims of a column; for a run that was told how long sessions last. */
    default void claims(long[] starts, int count) {
        throw new UnsupportedOperationException("sessions of this run may last differently");
    }

    /** Ends the trace; to be called once. */
    Outcome finish();

    /**
     * What came of the claims.
     *
     * @param warm how many found a ready container
     * @param cold how many found none
     * @param idleNanos for how long containers stood ready and unused, in nanoseconds
     */
    record Outcome(long warm, long cold, double idleNanos) {}
}
