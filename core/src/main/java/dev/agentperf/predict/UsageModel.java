package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What one algorithm knows about one resource of one key. Guarded by its own monitor. */
interface UsageModel {

    /** Returns how many runs it has learned from. */
    long runs();

    /** Returns the limit of the next run; asked only after the first one. */
    Estimate estimate();

    /** Compares what a run used with what this model would have predicted for it, before that run is learned. */
    default void score(double used) {}

    /** Learns from a run. */
    void learn(double used);

    /** Writes what it has learned. */
    void save(DataOutput out) throws IOException;

    /** Takes over what another model of the same kind has written, in place of what it has learned. */
    void restore(DataInput in) throws IOException;
}
