package dev.agentperf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.testkit.ManualScheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class SampledFeedTest {
    private final ManualScheduler scheduler = new ManualScheduler();
    private int samples;
    private boolean running = true;
    private final SampledFeed feed = new SampledFeed(this::sample, () -> running, scheduler.ticker(), scheduler);

    private ContainerStats sample() {
        if (!running) {
            throw new ContainerException("container c does not run");
        }
        // A quarter of a processor.
        long now = scheduler.ticker().read();
        return new ContainerStats(now, now / 4, 1000, ++samples);
    }

    private CompletableFuture<ContainerStats> latest() {
        CompletableFuture<ContainerStats> latest = feed.latest().toCompletableFuture();
        scheduler.runDue();
        return latest;
    }

    @Test
    void askersWithinASecond_shareOneSample() {
        for (int i = 0; i < 100; i++) {
            assertThat(latest().join().pids()).isEqualTo(1);
            scheduler.advance(Duration.ofMillis(10));
        }

        assertThat(samples).isEqualTo(1);
    }

    @Test
    void sampleOlderThanASecond_isTakenAgain_withTheShareSinceTheOneBefore() {
        assertThat(latest().join().cpuPercent()).isEmpty();
        scheduler.advance(Duration.ofMillis(1001));

        assertThat(latest().join().cpuPercent()).hasValue(25);
        assertThat(samples).isEqualTo(2);
    }

    @Test
    void containerThatHasEnded_isNotAnsweredFromASampleThatIsFresh() {
        assertThat(latest()).isCompleted();
        running = false;

        assertThat(latest()).isCompletedExceptionally();
    }

    @Test
    void close_takesNoMoreSamples() {
        assertThat(latest()).isCompleted();
        feed.close();
        scheduler.advance(Duration.ofSeconds(5));

        assertThat(latest().join().pids()).isEqualTo(1);
        assertThat(samples).isEqualTo(1);
    }
}
