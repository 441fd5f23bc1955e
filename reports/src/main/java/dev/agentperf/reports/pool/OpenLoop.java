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
    private final Length length;
    private final Ticker ticker;
    private final Scheduler scheduler;

    private final ClaimTally warmUp = new ClaimTally();
    private final ClaimTally measured = new ClaimTally();
    private final CompletableFuture<@Nullable Void> arrived = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();

    /** The claims under way, and 1 while more are to come. */
    private final AtomicLong open = new AtomicLong(1);

    OpenLoop(Claimer claimer, PoissonArrivals arrivals, Length length, Ticker ticker, Scheduler scheduler) {
        this.claimer = requireNonNull(claimer, "claimer");
        this.arrivals = requireNonNull(arrivals, "arrivals");
        this.length = requireNonNull(length, "length");
        this.ticker = requireNonNull(ticker, "ticker");
        this.scheduler = requireNonNull(scheduler, "scheduler");
    }

    /**
     * For how long claims come.
     *
     * @param warmUp while the pool learns: these claims are not counted
     * @param measured afterwards
     */
    record Length(Duration warmUp, Duration measured) {
        long totalNanos() {
            return warmUp.plus(measured).toNanos();
        }
    }

    /** Starts; the claims come on the scheduler's threads. */
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

    /** Returns what came of the claims after the warm-up. */
    ClaimTally.Counts counts() {
        return measured.counts();
    }

    private void next(long startNanos) {
        long offsetNanos = arrivals.nextNanos();
        if (offsetNanos >= length.totalNanos()) {
            arrived.complete(null);
            settle();
            return;
        }
        long plannedNanos = startNanos + offsetNanos;
        ClaimTally tally = offsetNanos < length.warmUp().toNanos() ? warmUp : measured;
        scheduler.schedule(Duration.ofNanos(plannedNanos - ticker.read()), () -> {
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
