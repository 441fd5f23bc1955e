package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.stats.HitStats;
import dev.agentperf.testkit.ManualTicker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Against a plain map that remembers when each entry ends: any sequence of operations and of moves of the clock. */
final class PerformanceCacheProperties {
    private static final CacheConfig CONFIG = new CacheConfig(1_000, Duration.ofSeconds(10));

    /** Entries that nobody asks for are dropped up to this much after their end. */
    private static final Duration GRANULARITY = Duration.ofMillis(1_100);

    @Property(tries = 300)
    void get_afterAnySteps_isWhatTheModelHolds(@ForAll("steps") @Size(max = 200) List<Step> steps) {
        ManualTicker ticker = new ManualTicker();
        PerformanceCache<Integer, Integer> cache = new PerformanceCache<>(CONFIG, ticker, Runnable::run);
        Model model = new Model(ticker);

        for (Step step : steps) {
            assertThat(step.applyTo(cache)).isEqualTo(step.applyTo(model));
            ticker.advance(step.pause());
        }

        assertThat(cache.stats()).isEqualTo(new HitStats(model.hits, model.misses));
        long aliveBefore = model.alive();
        ticker.advance(GRANULARITY);
        cache.trim();
        assertThat(cache.size()).isBetween(model.alive(), aliveBefore);
    }

    /* Lifetimes and pauses of a few steps' length, so that entries end in the middle, at the edge, and not at all. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Duration> lifetimes = Arbitraries.longs().between(0, 15_000).map(Duration::ofMillis);
        Arbitrary<Duration> pauses = Arbitraries.longs().between(0, 4_000).map(Duration::ofMillis);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers(),
                        lifetimes,
                        pauses)
                .as(Step::new)
                .list();
    }

    enum Kind {
        GET,
        LOAD,
        PUT,
        PUT_FOR,
        INVALIDATE,
        INVALIDATE_ALL
    }

    record Step(Kind kind, int key, int value, Duration ttl, Duration pause) {

        @Nullable
        Integer applyTo(PerformanceCache<Integer, Integer> cache) {
            switch (kind) {
                case GET -> {
                    return cache.get(key);
                }
                case LOAD -> {
                    return cache.get(key, missing -> value);
                }
                case PUT -> cache.put(key, value);
                case PUT_FOR -> cache.put(key, value, ttl);
                case INVALIDATE -> cache.invalidate(key);
                case INVALIDATE_ALL -> cache.invalidateAll();
            }
            return null;
        }

        @Nullable
        Integer applyTo(Model model) {
            switch (kind) {
                case GET -> {
                    return model.get(key);
                }
                case LOAD -> {
                    Integer known = model.get(key);
                    if (known == null) {
                        model.put(key, value, CONFIG.ttl());
                    }
                    return known == null ? value : known;
                }
                case PUT -> model.put(key, value, CONFIG.ttl());
                case PUT_FOR -> model.put(key, value, ttl);
                case INVALIDATE -> model.entries.remove(key);
                case INVALIDATE_ALL -> model.entries.clear();
            }
            return null;
        }
    }

    static final class Model {
        private final ManualTicker ticker;
        private final Map<Integer, Entry> entries = new HashMap<>();
        private long hits;
        private long misses;

        Model(ManualTicker ticker) {
            this.ticker = ticker;
        }

        @Nullable
        Integer get(int key) {
            Entry entry = entries.get(key);
            if (entry == null || ticker.read() >= entry.endNanos()) {
                misses++;
                return null;
            }
            hits++;
            return entry.value();
        }

        void put(int key, int value, Duration ttl) {
            entries.put(key, new Entry(value, ticker.read() + ttl.toNanos()));
        }

        long alive() {
            return entries.values().stream()
                    .filter(entry -> ticker.read() < entry.endNanos())
                    .count();
        }

        private record Entry(int value, long endNanos) {}
    }
}
