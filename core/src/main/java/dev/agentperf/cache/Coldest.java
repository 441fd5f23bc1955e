package dev.agentperf.cache;

import com.github.benmanes.caffeine.cache.Cache;

/** Drops what a bounded cache would drop next. */
final class Coldest {
    private Coldest() {}

    /** Drops a share, 0 to 1, of all entries, and returns how many that were. */
    static <K, V> long drop(Cache<K, V> entries, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1, was " + share);
        }
        entries.cleanUp();
        int count = (int) Math.ceil(share * entries.estimatedSize());
        if (count == 0) {
            return 0;
        }
        var coldest = entries.policy().eviction().orElseThrow().coldest(count).keySet();
        entries.invalidateAll(coldest);
        return coldest.size();
    }
}
