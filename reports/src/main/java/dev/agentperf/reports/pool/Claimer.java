package dev.agentperf.reports.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Claim;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.StartPath;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Claims one container after another, hears each one's agent once, holds it for a while and gives it back. Never
 * blocks. Thread-safe.
 */
final class Claimer {
    private static final String GREETING = "ping";

    private final WarmPool pool;
    private final AgentType type;
    private final Duration patience;
    private final Duration hold;
    private final Ticker ticker;
    private final Scheduler scheduler;

    /**
     * Creates a claimer.
     *
     * @param patience how long a claim may wait
     * @param hold for how long a container is used after its agent's first answer
     */
    Claimer(WarmPool pool, AgentType type, Duration patience, Duration hold, Ticker ticker, Scheduler scheduler) {
        this.pool = requireNonNull(pool, "pool");
        this.type = requireNonNull(type, "type");
        this.patience = requireNonNull(patience, "patience");
        this.hold = requireNonNull(hold, "hold");
        this.ticker = requireNonNull(ticker, "ticker");
        this.scheduler = requireNonNull(scheduler, "scheduler");
    }

    /**
     * Claims a container.
     *
     * @param plannedNanos when the claim should have been made, on the ticker: its clock starts there, however late the
     *     machine gets to it
     * @return completes when the container is given back, or there was none; never exceptionally
     */
    CompletionStage<Void> claim(long plannedNanos, ClaimTally tally) {
        tally.lag(ticker.read() - plannedNanos);
        return pool.acquireAsync(type, patience).thenCompose(claim -> use(claim, plannedNanos, tally));
    }

    private CompletionStage<Void> use(Claim claim, long plannedNanos, ClaimTally tally) {
        if (claim instanceof Claim.Granted granted) {
            return greet(granted.lease(), plannedNanos, tally);
        }
        if (claim instanceof Claim.Failed) {
            tally.failed();
        } else {
            tally.late();
        }
        return done();
    }

    private CompletionStage<Void> greet(Lease lease, long plannedNanos, ClaimTally tally) {
        return lease.message(GREETING)
                .handle((answer, failure) -> heard(lease, failure, ticker.read() - plannedNanos, tally))
                .thenCompose(held -> held);
    }

    private CompletionStage<Void> heard(Lease lease, @Nullable Throwable failure, long nanos, ClaimTally tally) {
        if (failure != null) {
            tally.failed();
        } else if (lease.path() == StartPath.COLD) {
            tally.cold(nanos);
        } else {
            tally.warm(nanos);
        }
        return giveBack(lease);
    }

    private CompletionStage<Void> giveBack(Lease lease) {
        if (hold.isZero()) {
            lease.release();
            return done();
        }
        CompletableFuture<@Nullable Void> given = new CompletableFuture<>();
        scheduler.schedule(hold, () -> {
            lease.release();
            given.complete(null);
        });
        return CompletableFuture.allOf(given);
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.allOf();
    }
}
