package dev.agentperf.cache;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import dev.agentperf.stats.HitStats;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache in which every entry has its own lifetime.
 *
 * <p>Takes the place of a map that is cleaned by scanning: eviction (W-TinyLFU) and expiry cost a constant time per
 * operation. An entry is not returned once its lifetime is over, counted from when it was stored, give or take the
 * milliseconds by which a coarse clock lags ({@link Ticker#coarse}), for reading the exact one would be half of a
 * look-up; reading does not prolong it. Not for values that must be closed: eviction drops them silently.
 *
 * <p>Thread-safe. A hit neither locks nor allocates.
 */
public final class PerformanceCache<K, V> {
    /* Loads
     *
     * Caffeine would run a loader inside its hash table, where it blocks every key of the same bin, pins a virtual
     * thread, and counts the callers that wait for it as hits. Loads are therefore kept apart, in `loads`. A key is in
     * that map exactly while a load for it may still be stored; storing happens under the map's lock for the key, so
     * that a put or an invalidation in between, which takes the load out, can never be overwritten by what was loaded
     * before it. */
    private final Cache<K, V> entries;
    private final Policy.VarExpiration<K, V> lifetimes;
    private final ConcurrentHashMap<K, Load<V>> loads = new ConcurrentHashMap<>();
    private final LookupCounters counters = new LookupCounters();

    /**
     * Creates an empty cache.
     *
     * @param config its bounds
     * @param ticker its clock, of which it reads the coarse one
     * @param executor runs its maintenance; {@code Runnable::run} does it on the caller's thread, deterministically
     */
    public PerformanceCache(CacheConfig config, Ticker ticker, Executor executor) {
        entries = Caffeine.newBuilder()
                .maximumSize(config.maxEntries())
                .expireAfter(new FixedLifetime<K, V>(config.ttl()))
                .ticker(requireNonNull(ticker, "ticker").coarse()::read)
                .executor(executor)
                .build();
        lifetimes = entries.policy().expireVariably().orElseThrow();
    }

    /** Returns the value of a live entry, null where there is none. Counts a hit or a miss. */
    public @Nullable V get(K key) {
        V value = entries.getIfPresent(key);
        (value == null ? counters.misses : counters.hits).increment();
        return value;
    }

    /**
     * Returns the value of a live entry; where there is none, loads and stores it for the default lifetime. Callers
     * that ask for the same key meanwhile wait for that one load.
     *
     * @param loader called at most once, without any lock held; must not return null nor ask this cache for the same
     *     key
     * @throws IllegalStateException if {@code loader} asks for the key that it loads
     * @throws RuntimeException what the loader threw, also to those that waited for it; nothing is stored then
     */
    public V get(K key, Function<? super K, ? extends V> loader) {
        V value = entries.getIfPresent(key);
        if (value != null) {
            counters.hits.increment();
            return value;
        }
        return join(key, loader);
    }

    private V join(K key, Function<? super K, ? extends V> loader) {
        Load<V> mine = new Load<>();
        Load<V> running = loads.putIfAbsent(key, mine);
        if (running != null) {
            counters.waits.increment();
            return running.await(key);
        }
        V meanwhile = entries.getIfPresent(key);
        if (meanwhile != null) {
            counters.hits.increment();
            finish(key, mine, meanwhile);
            return meanwhile;
        }
        counters.misses.increment();
        return load(key, mine, loader);
    }

    private V load(K key, Load<V> mine, Function<? super K, ? extends V> loader) {
        try {
            V value = requireNonNull(loader.apply(key), "loader must not return null");
            finish(key, mine, value);
            return value;
        } catch (RuntimeException | Error failure) {
            counters.failures.increment();
            loads.remove(key, mine);
            mine.fail(failure);
            throw failure;
        }
    }

    private void finish(K key, Load<V> mine, V value) {
        loads.computeIfPresent(key, (sameKey, current) -> {
            if (current != mine) {
                return current;
            }
            entries.put(key, value);
            return null;
        });
        mine.complete(value);
    }

    /** Stores a value for the default lifetime, in place of any earlier one. */
    public void put(K key, V value) {
        forgetLoad(key);
        entries.put(key, value);
    }

    /**
     * Stores a value for a lifetime of its own, in place of any earlier one.
     *
     * @param ttl zero or more; zero stores nothing and drops the earlier value
     */
    public void put(K key, V value, Duration ttl) {
        if (ttl.isNegative()) {
            throw new IllegalArgumentException("ttl must not be negative, was " + ttl);
        }
        requireNonNull(value, "value");
        forgetLoad(key);
        if (ttl.isZero()) {
            entries.invalidate(key);
        } else {
            @Nullable V unused = lifetimes.put(key, value, ttl);
        }
    }

    /** Drops the entry; a load of it that is under way still answers its callers but is not stored. */
    public void invalidate(K key) {
        forgetLoad(key);
        entries.invalidate(key);
    }

    /** Drops every entry, and prevents every load under way from being stored. */
    public void invalidateAll() {
        loads.clear();
        entries.invalidateAll();
    }

    /* As invalidateAll, of the keys for which it holds. */
    void invalidateIf(Predicate<? super K> condition) {
        loads.keySet().removeIf(condition);
        entries.asMap().keySet().removeIf(condition);
    }

    /**
     * Drops the entries whose lifetime has been over for a second or so, which otherwise keep their memory until the
     * cache is used again.
     *
     * @return how many were dropped
     */
    public long trim() {
        long before = entries.estimatedSize();
        entries.cleanUp();
        return Math.max(0, before - entries.estimatedSize());
    }

    /**
     * Drops the entries that are least likely to be asked for again.
     *
     * @param share how many of them, 0 to 1
     * @return how many were dropped
     */
    public long dropColdest(double share) {
        return Coldest.drop(entries, share);
    }

    /** Returns how many entries there are, including those not yet dropped after their lifetime. */
    public long size() {
        return entries.estimatedSize();
    }

    /** Returns hits against all other look-ups, since creation. */
    public HitStats stats() {
        return counters.snapshot().hitStats();
    }

    /** Returns all look-ups by how they ended, since creation. */
    public LookupStats lookups() {
        return counters.snapshot();
    }

    private void forgetLoad(K key) {
        if (!loads.isEmpty()) {
            loads.remove(key);
        }
    }
}
