package dev.agentperf.predict;

import java.util.Collection;

/** The recent runs of all types, for the first run of a new one. */
final class PooledHistogram {
    private static final double[] AS_THEY_ARE = {1};

    private PooledHistogram() {}

    static DecayingHistogram of(Resource resource, Collection<UsageModel> models) {
        DecayingHistogram pooled = new DecayingHistogram(UsageHistory.halfLifeRuns(resource), AS_THEY_ARE);
        for (UsageModel model : models) {
            if (model instanceof HasHistory known) {
                synchronized (model) {
                    pooled.addAll(known.history().histogram());
                }
            }
        }
        return pooled;
    }
}
