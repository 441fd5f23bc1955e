package dev.agentperf.predict;

/** A way to turn the usage of past runs into a limit: makes one model for each key and resource. Thread-safe. */
interface Algorithm {

    /** Creates the empty model of one resource of one key. */
    UsageModel model(Resource resource);

    /** Returns whether a type without runs is estimated from the runs of all types; else the configured value holds. */
    default boolean poolsTypes() {
        return false;
    }
}
