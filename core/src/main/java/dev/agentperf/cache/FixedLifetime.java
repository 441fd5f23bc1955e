package dev.agentperf.cache;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;

/** Gives every stored entry the same lifetime; reading does not change it. Immutable. */
final class FixedLifetime<K, V> implements Expiry<K, V> {
    private final long ttlNanos;

    FixedLifetime(Duration ttl) {
        this.ttlNanos = Saturated.nanos(ttl);
    }

    @Override
    public long expireAfterCreate(K key, V value, long nowNanos) {
        return ttlNanos;
    }

    @Override
    public long expireAfterUpdate(K key, V value, long nowNanos, long leftNanos) {
        return ttlNanos;
    }

    @Override
    public long expireAfterRead(K key, V value, long nowNanos, long leftNanos) {
        return leftNanos;
    }
}
