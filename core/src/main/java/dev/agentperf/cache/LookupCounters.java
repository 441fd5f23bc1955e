package dev.agentperf.cache;

import java.util.concurrent.atomic.LongAdder;

/** The running counts behind {@link LookupStats}. Thread-safe; counting neither blocks nor allocates on a hit. */
final class LookupCounters {
    final LongAdder hits = new LongAdder();
    final LongAdder stale = new LongAdder();
    final LongAdder waits = new LongAdder();
    final LongAdder misses = new LongAdder();
    final LongAdder failures = new LongAdder();

    LookupStats snapshot() {
        return new LookupStats(hits.sum(), stale.sum(), waits.sum(), misses.sum(), failures.sum());
    }
}
