package dev.agentperf.predict;

import java.util.Collection;

/** A way to turn the usage of past runs into a limit: makes one model for each key and resource. Thread-safe. */
interface Algorithm {

    /** Creates the empty model of one resource of one key. */
    UsageModel model(Resource resource);

    /** Estimates a type without runs from the models of all types that have some; each is locked while it is read. */
    default Estimate unseen(Resource resource, Collection<UsageModel> seen, PredictorConfig config) {
        return Estimate.unseen(resource, config.unseen().of(resource));
    }
}
