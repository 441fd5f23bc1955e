package dev.agentperf.predict;

/** A model whose runs can be pooled with those of other types. */
interface HasHistory {

    /** Returns the model's runs; read under the model's monitor. */
    UsageHistory history();
}
