package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.stats.HitStats;
import dev.agentperf.testkit.ManualTicker;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PerformanceCacheTest {
    private final ManualTicker ticker = new ManualTicker();
    private final PerformanceCache<String, Integer> cache =
            new PerformanceCache<>(CacheConfig.DEFAULT, ticker, Runnable::run);

    @Test
    void get_lastNanosecondOfDefaultLifetime_hits() {
        cache.put("a", 1);

        ticker.advance(Duration.ofMinutes(5).minusNanos(1));

        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void get_endOfDefaultLifetime_misses() {
        cache.put("a", 1);

        ticker.advance(Duration.ofMinutes(5));

        assertThat(cache.get("a")).isNull();
    }

    /** The coarse clock is written by a thread of its own, while it is read: it has to go on. */
    @Test
    @Timeout(30)
    void lifetime_endsByTheSystemsClockToo() {
        PerformanceCache<String, Integer> live =
                new PerformanceCache<>(CacheConfig.DEFAULT, Ticker.system(), Runnable::run);
        live.put("a", 1, Duration.ofMillis(50));
        live.put("b", 2);

        while (live.get("a") != null) {
            Thread.onSpinWait();
        }

        assertThat(live.get("b")).isEqualTo(2);
    }

    /** Caffeine allows its timestamps a second of tolerance: a lifetime of two must still be two. */
    @Test
    void put_twoSecondLifetimes_eachEndsExactly() {
        cache.put("short", 1, Duration.ofSeconds(2));
        cache.put("renewed", 1, Duration.ofSeconds(2));
        ticker.advance(Duration.ofMillis(500));
        cache.put("renewed", 2, Duration.ofSeconds(2));

        ticker.advance(Duration.ofMillis(1_500));

        assertThat(cache.get("short")).isNull();
        assertThat(cache.get("renewed")).isEqualTo(2);
        ticker.advance(Duration.ofMillis(500));
        assertThat(cache.get("renewed")).isNull();
    }

    @Test
    void put_shorterLifetimeOverLongerOne_shortens() {
        cache.put("a", 1, Duration.ofSeconds(10));
        cache.put("a", 2, Duration.ofMillis(100));

        ticker.advance(Duration.ofMillis(100));

        assertThat(cache.get("a")).isNull();
    }

    @Test
    void get_often_doesNotProlong() {
        cache.put("a", 1, Duration.ofSeconds(3));

        for (int second = 0; second < 3; second++) {
            assertThat(cache.get("a")).isEqualTo(1);
            ticker.advance(Duration.ofSeconds(1));
        }

        assertThat(cache.get("a")).isNull();
    }

    @Test
    void put_zeroLifetime_dropsEarlierValue() {
        cache.put("a", 1);

        cache.put("a", 2, Duration.ZERO);

        assertThat(cache.get("a")).isNull();
    }

    @Test
    void put_negativeLifetime_isRefused() {
        assertThatThrownBy(() -> cache.put("a", 1, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ttl must not be negative, was PT-0.000000001S");
    }

    @Test
    void put_longestDurationThereIs_outlivesACentury() {
        cache.put("a", 1, Duration.ofSeconds(Long.MAX_VALUE));

        ticker.advance(Duration.ofDays(36_500));

        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void put_moreThanMaxEntries_staysWithinBound() {
        for (int key = 0; key < 5_000; key++) {
            cache.put("key " + key, key);
        }

        assertThat(cache.size()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void stats_twoHitsOneMiss_areCounted() {
        cache.put("a", 1);

        cache.get("a");
        cache.get("a", key -> 2);
        cache.get("b");

        assertThat(cache.stats()).isEqualTo(new HitStats(2, 1));
    }

    @Test
    void getWithLoader_missing_loadsOnceAndStores() {
        AtomicInteger loads = new AtomicInteger();

        int first = cache.get("a", key -> loads.incrementAndGet());
        int second = cache.get("a", key -> loads.incrementAndGet());

        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(1);
        assertThat(cache.lookups()).isEqualTo(new LookupStats(1, 0, 0, 1, 0));
    }

    @Test
    void getWithLoader_loaderThrows_rethrowsAndStoresNothing() {
        assertThatThrownBy(() -> cache.get("a", key -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        assertThat(cache.get("a", key -> 2)).isEqualTo(2);
        assertThat(cache.lookups().failures()).isEqualTo(1);
    }

    @Test
    void getWithLoader_loaderAsksForItsOwnKey_isRefused() {
        assertThatThrownBy(() -> cache.get("a", key -> cache.get("a", same -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a loader must not ask for the key that it loads, was a");
    }

    @Test
    void invalidate_duringLoad_answerIsReturnedButNotStored() {
        int answer = cache.get("a", key -> {
            cache.invalidate("a");
            return 1;
        });

        assertThat(answer).isEqualTo(1);
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void put_duringLoad_winsOverWhatWasLoaded() {
        cache.get("a", key -> {
            cache.put("a", 2);
            return 1;
        });

        assertThat(cache.get("a")).isEqualTo(2);
    }

    @Test
    void trim_expiredEntries_dropsAndCountsThem() {
        cache.put("a", 1, Duration.ofSeconds(1));
        cache.put("b", 2, Duration.ofSeconds(1));
        cache.put("c", 3);
        ticker.advance(Duration.ofSeconds(10));

        long dropped = cache.trim();

        assertThat(dropped).isEqualTo(2);
        assertThat(cache.size()).isEqualTo(1);
    }

    /** Of ten entries nine were read; half of ten go, and the frequent ones are not the first. */
    @Test
    void dropColdest_half_keepsWhatIsUsed() {
        PerformanceCache<String, Integer> cache =
                new PerformanceCache<>(CacheConfig.DEFAULT, new ManualTicker(), Runnable::run);
        for (int entry = 0; entry < 10; entry++) {
            cache.put("entry " + entry, entry);
        }
        for (int read = 0; read < 20; read++) {
            assertThat(cache.get("entry 7")).isEqualTo(7);
        }

        assertThat(cache.dropColdest(0.5)).isEqualTo(5);
        assertThat(cache.size()).isEqualTo(5);
        assertThat(cache.get("entry 7")).isEqualTo(7);
        assertThat(cache.dropColdest(0)).isZero();
        assertThat(cache.dropColdest(1)).isEqualTo(5);
    }
}
