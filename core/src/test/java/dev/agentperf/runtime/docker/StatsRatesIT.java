package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerMonitor;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.MonitorStats;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * The engine's real stream, asked for half a minute by one and by a hundred askers, 0.1 to 100 times a second each:
 * every cell on a container of its own, all at once.
 */
@NeedsEngine
final class StatsRatesIT {
    private static final Duration ASKED_FOR = Duration.ofSeconds(30);
    private static final double LEAST_SAVED = 0.95;

    @Test
    void stats_fromOneHertzUp_saveNineteenCallsOfTwentyAndAreFresh() {
        try (DockerRuntime runtime = TestEngine.runtime()) {
            List<Cell> cells = new ArrayList<>();
            for (double hertz : new double[] {0.1, 1, 10, 100}) {
                for (int askers : new int[] {1, 100}) {
                    cells.add(new Cell(runtime, hertz, askers));
                }
            }
            cells.forEach(Cell::start);
            cells.forEach(cell -> cell.done.join());

            for (Cell cell : cells) {
                System.out.println(cell);
                assertThat(cell.stalestNanos.get())
                        .as(cell.toString())
                        .isLessThanOrEqualTo(ContainerMonitor.FRESHNESS.toNanos());
                if (cell.hertz >= 1) {
                    assertThat(cell.monitor.monitorStats().reduction())
                            .as(cell.toString())
                            .isGreaterThanOrEqualTo(LEAST_SAVED);
                }
            }
        }
    }

    /** One rate, one number of askers, one container. */
    private static final class Cell {
        final double hertz;
        final CompletableFuture<Void> done = new CompletableFuture<>();
        final AtomicLong stalestNanos = new AtomicLong();
        final ContainerMonitor monitor;
        private final int askers;
        private final Container container;
        private long endNanos;

        Cell(DockerRuntime runtime, double hertz, int askers) {
            this.hertz = hertz;
            this.askers = askers;
            monitor = new ContainerMonitor(runtime, Ticker.system());
            container = runtime.create(ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE))
                    .toCompletableFuture()
                    .join();
        }

        void start() {
            endNanos = Ticker.system().read() + ASKED_FOR.toNanos();
            ask();
        }

        private void ask() {
            for (int asker = 0; asker < askers; asker++) {
                monitor.stats(container)
                        .thenAccept(stats ->
                                stalestNanos.accumulateAndGet(Ticker.system().read() - stats.atNanos(), Math::max));
            }
            if (Ticker.system().read() >= endNanos) {
                monitor.close();
                done.complete(null);
            } else {
                Scheduler.system().schedule(Duration.ofNanos((long) (1e9 / hertz)), this::ask);
            }
        }

        @Override
        public String toString() {
            MonitorStats stats = monitor.monitorStats();
            return askers + " askers at " + hertz + " Hz: asked " + stats.asked() + ", sent " + stats.sent()
                    + ", stalest " + stalestNanos.get() / 1_000_000 + " ms";
        }
    }
}
