package dev.agentperf.cache;

import dev.agentperf.stats.HitStats;

/**
 * How look-ups ended, each counted once.
 *
 * @param hits answered at once by a fresh entry
 * @param stale answered at once by an entry past its lifetime, while it is refreshed or because its load failed lately
 * @param waits joined a load that another look-up had begun; not hits, for they wait as long as the load
 * @param misses found nothing to answer with: began a load themselves, or were told of a load that failed lately
 * @param failures loads that failed; not a kind of look-up
 */
public record LookupStats(long hits, long stale, long waits, long misses, long failures) {

    /** Nothing looked up yet. */
    public static final LookupStats NONE = new LookupStats(0, 0, 0, 0, 0);

    /** Validates every count. */
    public LookupStats {
        if (hits < 0 || stale < 0 || waits < 0 || misses < 0 || failures < 0) {
            throw new IllegalArgumentException("counts must not be negative, were hits " + hits + ", stale " + stale
                    + ", waits " + waits + ", misses " + misses + ", failures " + failures);
        }
    }

    /** Returns all look-ups. */
    public long lookups() {
        return hits + stale + waits + misses;
    }

    /** Returns fresh hits against everything else: a stale answer or a wait is no hit. */
    public HitStats hitStats() {
        return new HitStats(hits, stale + waits + misses);
    }
}
