package dev.agentperf.stats;

/**
 * How often a look-up found what it asked for.
 *
 * @param hits look-ups that found a fresh entry; 0 or more
 * @param misses look-ups that did not; 0 or more
 */
public record HitStats(long hits, long misses) {

    /** Nothing looked up yet. */
    public static final HitStats NONE = new HitStats(0, 0);

    /** Validates both counts. */
    public HitStats {
        if (hits < 0 || misses < 0) {
            throw new IllegalArgumentException("counts must not be negative, were " + hits + " and " + misses);
        }
    }

    /** Returns all look-ups. */
    public long lookups() {
        return hits + misses;
    }

    /** Returns hits over look-ups, 0 to 1; 0 before the first look-up. */
    public double hitRate() {
        return lookups() == 0 ? 0 : (double) hits / lookups();
    }
}
