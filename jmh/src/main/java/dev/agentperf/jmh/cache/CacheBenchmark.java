package dev.agentperf.jmh.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.agentperf.cache.CacheConfig;
import dev.agentperf.cache.PerformanceCache;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a cache hit and a put cost: our cache, Caffeine alone with the same bounds and statistics, and a plain map as
 * the floor that has neither bound nor expiry.
 *
 * <p>Regime: 1,000 entries that fit, keys drawn with the skew of real look-ups (Zipf's law, exponent 1), every get a
 * hit.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar CacheBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CacheBenchmark {
    private static final int ENTRIES = 1_000;
    private static final int DRAWS = 1 << 14;
    private static final Duration TTL = Duration.ofMinutes(5);

    private final String[] draws = new String[DRAWS];
    private final PerformanceCache<String, String> ours =
            new PerformanceCache<>(CacheConfig.DEFAULT, Ticker.system(), ForkJoinPool.commonPool());
    private final Cache<String, String> caffeine = Caffeine.newBuilder()
            .maximumSize(ENTRIES)
            .expireAfterWrite(TTL)
            .recordStats()
            .build();
    private final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

    /** Where a thread stands in the drawn keys. */
    @State(Scope.Thread)
    public static class Position {
        private int next;

        int advance() {
            return next++ & (DRAWS - 1);
        }
    }

    /** Fills all three and draws the keys. */
    @Setup
    public void fill() {
        String[] keys = new String[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            keys[i] = "tool-" + i;
            ours.put(keys[i], keys[i]);
            caffeine.put(keys[i], keys[i]);
            map.put(keys[i], keys[i]);
        }
        RandomGenerator random = new RandomStreams(42).stream("benchmark");
        for (int i = 0; i < DRAWS; i++) {
            // The inverse of Zipf's distribution function with exponent 1, continuous in the rank.
            draws[i] = keys[(int) Math.pow(ENTRIES, random.nextDouble()) - 1];
        }
    }

    /** A hit in our cache. */
    @Benchmark
    public @Nullable String hitOurs(Position position) {
        return ours.get(draws[position.advance()]);
    }

    /** A hit in Caffeine alone. */
    @Benchmark
    public @Nullable String hitCaffeine(Position position) {
        return caffeine.getIfPresent(draws[position.advance()]);
    }

    /** A hit in a plain map. */
    @Benchmark
    public @Nullable String hitConcurrentHashMap(Position position) {
        return map.get(draws[position.advance()]);
    }

    /** A put with a lifetime of its own. */
    @Benchmark
    public void putOurs(Position position) {
        String key = draws[position.advance()];
        ours.put(key, key, TTL);
    }

    /** A put with the lifetime of all. */
    @Benchmark
    public void putCaffeine(Position position) {
        String key = draws[position.advance()];
        caffeine.put(key, key);
    }

    /** A put without a lifetime. */
    @Benchmark
    public @Nullable String putConcurrentHashMap(Position position) {
        String key = draws[position.advance()];
        return map.put(key, key);
    }
}
