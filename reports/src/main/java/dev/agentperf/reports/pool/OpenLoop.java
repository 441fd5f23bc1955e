package dev.agentperf.reports.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Claims that come when they come, whatever became of those before: an open loop.
 *
 * <p>Every claim's clock starts at the time that the plan gave it. A machine that falls behind makes claims late, not
 * fewer, and their wait counts: nothing is omitted where the pool is slow. One use.
 */
final class OpenLoop {
    private final Claimer claimer;
    private final PoissonArrivals arrivals;
    private final Duration length;
    private final Ticker ticker;
    private final Scheduler timer;

    private final ClaimTally tally = new ClaimTally();
    private final CompletableFuture<@Nullable Void> arrived = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();

    /** The claims under way, and 1 while more are to come. */
    private final AtomicLong open = new AtomicLong(1);

    /**
     * Creates the loop.
     *
     * @param length for how long claims come
     * @param timer tells when each is due; making it does not block
     */
    OpenLoop(Claimer claimer, PoissonArrivals arrivals, Duration length, Ticker ticker, Scheduler timer) {
        this.claimer = requireNonNull(claimer, "claimer");
        this.arrivals = requireNonNull(arrivals, "arrivals");
        this.length = requireNonNull(length, "length");
        this.ticker = requireNonNull(ticker, "ticker");
        this.timer = requireNonNull(timer, "timer");
    }

    /** Starts; the claims come on the timer's threads. */
    void start() {
        next(ticker.read());
    }

    /** Returns a stage that completes when the last claim has been made, though perhaps not been answered. */
    CompletionStage<Void> arrived() {
        return CompletableFuture.allOf(arrived);
    }

    /** Returns a stage that completes when every claim is answered and every container given back. */
    CompletionStage<Void> settled() {
        return CompletableFuture.allOf(settled);
    }

    /** Returns what came of the claims. */
    ClaimTally.Counts counts() {
        return tally.counts();
    }

    private void next(long startNanos) {
        long offsetNanos = arrivals.nextNanos();
        if (offsetNanos >= length.toNanos()) {
            arrived.complete(null);
            settle();
            return;
        }
        long plannedNanos = startNanos + offsetNanos;
        timer.schedule(Duration.ofNanos(plannedNanos - ticker.read()), () -> {
            open.incrementAndGet();
            // First the next one: nothing that this claim meets may delay it.
            next(startNanos);
            claimer.claim(plannedNanos, tally).whenComplete((nothing, bug) -> settle());
        });
    }

    private void settle() {
        if (open.decrementAndGet() == 0) {
            settled.complete(null);
        }
    }
}
