package dev.agentperf.reports.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.docker.DockerRuntime;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.testkit.PrivateEngine;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("faults")
@Timeout(240)
final class EngineRestartIT {
    private static final int STOCK = 4;
    private static final double PER_SECOND = 1.5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    /** How much later than its deadline a timer of a busy machine may fire. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Ticker ticker = Ticker.system();
    private final Scheduler scheduler = Scheduler.system();
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final LongAccumulator longestNanos = new LongAccumulator(Math::max, 0);

    @Test
    void engineThatStopsUnderLoad_leavesNoClaimWithoutAnswer_andTheStockIsFullSoonAfterItsReturn()
            throws IOException, InterruptedException {
        try (PrivateEngine engine = PrivateEngine.start();
                DockerRuntime runtime = DockerRuntime.connect(engine.address(), ticker, scheduler)) {
            Ground ground = ground(runtime);
            // The image is made before the clock runs.
            ground.close(ground.filled(Ground.config("fixed:1", Reuse.SINGLE_USE, 1)));
            long begunNanos = ticker.read();
            WarmPool pool = ground.filled(Ground.config("fixed:" + STOCK, Reuse.SINGLE_USE, 4 * STOCK));
            long coldStartNanos = ticker.read() - begunNanos;

            CompletableFuture<Void> load = claimUntilTold(pool);
            pause(Duration.ofSeconds(5));
            long grantedBefore = granted.get();
            engine.stop();
            pause(OUTAGE);
            engine.startAgain();
            long returnedNanos = ticker.read();
            load.complete(null);
            long healedNanos = awaitFullStock(pool) - returnedNanos;

            pause(PATIENCE.plus(SLACK));
            assertThat(grantedBefore).as("claims granted before the outage").isPositive();
            assertThat(granted.get() + refused.get()).as("claims answered").isEqualTo(made.get());
            assertThat(Duration.ofNanos(longestNanos.get())).as("longest wait").isLessThan(PATIENCE.plus(SLACK));
            assertThat(Duration.ofNanos(healedNanos))
                    .as("until the stock was full again; it took %s at first", Duration.ofNanos(coldStartNanos))
                    .isLessThan(Duration.ofNanos(3 * coldStartNanos).plus(SLACK));
            ground.close(pool);
        }
    }

    private Ground ground(DockerRuntime runtime) {
        return new Ground(
                runtime,
                ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE),
                new RandomStreams(5),
                ticker,
                scheduler,
                scheduler,
                Awaiting.blocking());
    }

    /** Claims at random times until the returned future is completed. */
    private CompletableFuture<Void> claimUntilTold(WarmPool pool) {
        CompletableFuture<Void> enough = new CompletableFuture<>();
        PoissonArrivals arrivals = new PoissonArrivals(PER_SECOND, new RandomStreams(5).stream("claims"));
        claimNext(pool, arrivals, ticker.read(), enough);
        return enough;
    }

    private void claimNext(WarmPool pool, PoissonArrivals arrivals, long startNanos, CompletableFuture<Void> enough) {
        long atNanos = startNanos + arrivals.nextNanos();
        scheduler.schedule(Duration.ofNanos(atNanos - ticker.read()), () -> {
            if (!enough.isDone()) {
                claimNext(pool, arrivals, startNanos, enough);
                claim(pool);
            }
        });
    }

    private void claim(WarmPool pool) {
        made.incrementAndGet();
        long nowNanos = ticker.read();
        pool.acquireAsync(AgentType.REACT, PATIENCE).thenAccept(claim -> {
            longestNanos.accumulate(ticker.read() - nowNanos);
            if (claim instanceof Claim.Granted has) {
                has.lease().release();
                granted.incrementAndGet();
            } else {
                refused.incrementAndGet();
            }
        });
    }

    /** Returns when the stock was full. */
    private long awaitFullStock(WarmPool pool) {
        while (pool.stats().idle() < STOCK) {
            pause(Duration.ofMillis(20));
        }
        return ticker.read();
    }

    private void pause(Duration duration) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        scheduler.schedule(duration, () -> over.complete(null));
        over.join();
    }
}
