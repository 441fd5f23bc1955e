package dev.agentperf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContainerMonitorTest {
    private final FakeEngine engine = new FakeEngine();
    private final ContainerMonitor monitor = new ContainerMonitor(engine, () -> engine.nowNanos);

    @Test
    void reduction_ofOneSessionOfAMinuteAtOneHertz_isWorkedByHand() {
        Container container = engine.container("a");

        for (int second = 0; second < 60; second++) {
            engine.advance(Duration.ofSeconds(1));
            monitor.stats(container);
        }

        assertThat(monitor.monitorStats()).isEqualTo(new MonitorStats(60, 1));
        assertThat(monitor.monitorStats().reduction()).isCloseTo(59.0 / 60, within(1e-12));
    }

    /**
     * An engine that sends a sample a second is asked for a minute, by one and by a hundred: at 1 Hz and more at least
     * 95 % of the calls are saved, and no answer is older than 2 s. At 0.1 Hz one asker saves what six questions can:
     * all but the first.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0.1, 0.83", "100, 0.1, 0.95", "1, 1, 0.95", "100, 1, 0.95",
        "1, 10, 0.95", "100, 10, 0.95", "1, 100, 0.95", "100, 100, 0.95"
    })
    void reduction_anyRateAndNumberOfAskers_isHighAndAnswersAreFresh(int askers, double hertz, double least) {
        Container container = engine.container("a");
        engine.periodNanos = TimeUnit.SECONDS.toNanos(1);

        for (int round = 0; round < 60 * hertz; round++) {
            engine.nowNanos += (long) (1e9 / hertz);
            for (int asker = 0; asker < askers; asker++) {
                ContainerStats stats = now(monitor.stats(container));
                assertThat(engine.nowNanos - stats.atNanos()).isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(2));
            }
        }

        assertThat(monitor.monitorStats().reduction()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void reduction_ofNothing_isZero() {
        assertThat(new MonitorStats(0, 0).reduction()).isZero();
    }

    @Test
    void stats_ofTwoContainers_areReadFromTwoFeeds() {
        engine.memoryBytes = 5;

        ContainerStats first = now(monitor.stats(engine.container("a")));
        engine.memoryBytes = 7;
        ContainerStats second = now(monitor.stats(engine.container("b")));

        assertThat(first.memoryBytes()).isEqualTo(5);
        assertThat(second.memoryBytes()).isEqualTo(7);
        assertThat(monitor.openFeeds()).isEqualTo(2);
    }

    @Test
    void stats_fromAFeedThatStalled_areNeverOlderThanTwoSeconds() {
        Container container = engine.container("a");
        monitor.stats(container);
        engine.stalled = true;

        for (int i = 0; i < 100; i++) {
            engine.advance(Duration.ofMillis(300));
            ContainerStats stats = now(monitor.stats(container));
            assertThat(engine.nowNanos - stats.atNanos()).isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(2));
        }

        // 30 s, reopened after every 7th step of 300 ms: the first that is later than 2 s.
        assertThat(monitor.monitorStats()).isEqualTo(new MonitorStats(101, 1 + 100 / 7));
        assertThat(engine.open).hasSize(1);
    }

    @Test
    void stats_whenTheFeedBroke_comeFromANewOne() {
        Container container = engine.container("a");
        monitor.stats(container);
        engine.open.get(0).broken = true;

        ContainerStats stats = now(monitor.stats(container));

        assertThat(stats.atNanos()).isEqualTo(engine.nowNanos);
        assertThat(monitor.monitorStats().sent()).isEqualTo(2);
    }

    @Test
    void stats_ofAContainerThatIsGone_fail() {
        engine.gone = true;

        CompletionStage<ContainerStats> stats = monitor.stats(engine.container("a"));

        assertThatThrownBy(() -> now(stats)).hasCauseInstanceOf(ContainerException.class);
        assertThat(monitor.openFeeds()).isZero();
    }

    @Test
    void forget_closesTheFeed_andMayBeRepeated() {
        Container container = engine.container("a");
        monitor.stats(container);

        monitor.forget(container);
        monitor.forget(container);

        assertThat(engine.open).isEmpty();
        assertThat(monitor.openFeeds()).isZero();
    }

    @Test
    void feedThatNobodyReads_isClosedWhileOthersAreRead() {
        Container read = engine.container("read");
        monitor.stats(engine.container("unread"));

        for (int second = 0; second < 70; second++) {
            engine.advance(Duration.ofSeconds(1));
            monitor.stats(read);
        }

        assertThat(monitor.openFeeds()).isEqualTo(1);
        assertThat(engine.open).hasSize(1);
        assertThat(monitor.monitorStats().sent()).isEqualTo(2);
    }

    @Test
    void close_closesEveryFeed() {
        monitor.stats(engine.container("a"));
        monitor.stats(engine.container("b"));

        monitor.close();

        assertThat(engine.open).isEmpty();
    }

    private static ContainerStats now(CompletionStage<ContainerStats> stage) {
        return stage.toCompletableFuture().join();
    }

    /** An engine with a clock that is moved by hand and feeds that always know the present, unless they stall. */
    private static final class FakeEngine implements InertRuntime {
        final List<FakeFeed> open = new ArrayList<>();
        long nowNanos = 1_000_000_000_000L;
        long memoryBytes = 1;
        long periodNanos = 1;
        boolean stalled;
        boolean gone;

        Container container(String id) {
            return new Container(id, ContainerSpec.of(AgentType.REACT, "none"));
        }

        void advance(Duration time) {
            nowNanos += time.toNanos();
        }

        @Override
        public StatsFeed openStats(Container container) {
            if (gone) {
                throw new ContainerException("container " + container.id() + " is gone");
            }
            FakeFeed feed = new FakeFeed();
            open.add(feed);
            return feed;
        }

        private final class FakeFeed implements StatsFeed {
            private final ContainerStats first = sample();
            private boolean broken;

            private ContainerStats sample() {
                return new ContainerStats(nowNanos - nowNanos % periodNanos, 1, memoryBytes, 1);
            }

            @Override
            public CompletionStage<ContainerStats> latest() {
                return broken
                        ? CompletableFuture.failedFuture(new ContainerException("stream ended"))
                        : CompletableFuture.completedFuture(stalled ? first : sample());
            }

            @Override
            public void close() {
                open.remove(this);
            }
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public CompletionStage<Container> create(ContainerSpec spec) {
            throw new UnsupportedOperationException();
        }
    }
}
