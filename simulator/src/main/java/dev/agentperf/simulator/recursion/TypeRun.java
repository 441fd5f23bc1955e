package dev.agentperf.simulator.recursion;

/** One type's claims under one policy. Not thread-safe. */
interface TypeRun {

    /** Adds a claim and how long its session lasts; claims come in order. */
    void claim(long atNanos, long durationNanos);

    /** Adds the first {@code count} claims of a column; for a run that was told how long sessions last. */
    default void claims(long[] starts, int count) {
        throw new UnsupportedOperationException("sessions of this run may last differently");
    }

    /** Ends the trace; to be called once, before the figures are asked for. */
    void finish();

    long warm();

    long cold();

    /** Returns for how long containers stood ready and unused, in nanoseconds. */
    double idleNanos();
}
