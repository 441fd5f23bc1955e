package dev.agentperf.cache;

import java.time.Duration;

/**
 * The settings of a {@link PerformanceCache}.
 *
 * @param maxEntries the most entries that stay; at least 1
 * @param ttl how long an entry lives that names no lifetime of its own; more than zero
 */
public record CacheConfig(long maxEntries, Duration ttl) {

    /** 1,000 entries for 300 seconds. */
    public static final CacheConfig DEFAULT = new CacheConfig(1_000, Duration.ofMinutes(5));

    /** Validates both components. */
    public CacheConfig {
        if (maxEntries < 1) {
            throw new IllegalArgumentException("maxEntries must be at least 1, was " + maxEntries);
        }
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("ttl must be more than zero, was " + ttl);
        }
    }

    /** Returns these settings with another number of entries. */
    public CacheConfig withMaxEntries(long entries) {
        return new CacheConfig(entries, ttl);
    }

    /** Returns these settings with another default lifetime. */
    public CacheConfig withTtl(Duration lifetime) {
        return new CacheConfig(maxEntries, lifetime);
    }
}
