package dev.agentperf.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.time.Ticker;
import dev.agentperf.time.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CoalescingTest {
    private static final int ASKERS = 1_000;

    @Test
    void get_aThousandThreadsMissOneKey_makeOneLoad()
            throws InterruptedException, ExecutionException, TimeoutException {
        PerformanceCache<String, Integer> cache =
                new PerformanceCache<>(CacheConfig.DEFAULT, Ticker.system(), Runnable::run);
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch answer = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        ExecutorService threads = Workers.create("asker");

        for (int asker = 0; asker < ASKERS; asker++) {
            answers.add(threads.submit(() -> cache.get("key", key -> {
                awaitQuietly(answer);
                return loads.incrementAndGet();
            })));
        }
        while (cache.lookups().lookups() < ASKERS) {
            Thread.onSpinWait();
        }
        answer.countDown();

        for (Future<Integer> found : answers) {
            assertThat(found.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(cache.lookups()).isEqualTo(new LookupStats(0, 0, ASKERS - 1, 1, 0));
        threads.shutdown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
