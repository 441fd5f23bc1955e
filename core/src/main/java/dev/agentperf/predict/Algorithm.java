package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A way to turn the usage of past runs into a limit: makes one model for each key and resource. Thread-safe. */
interface Algorithm {

    /** Creates the empty model of one resource of one key. */
    UsageModel model(Resource resource);

    /** Returns whether a type without runs is estimated from the runs of all types; else the configured value holds. */
    default boolean poolsTypes() {
        return false;
    }

    /** Writes what all its models share. */
    default void save(DataOutput out) throws IOException {}

    /** Takes over what another algorithm of the same kind has written. */
    default void restore(DataInput in) throws IOException {}
}
