package dev.agentperf.reports.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.time.Ticker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Many claims at once. */
final class Burst {
    private final Claimer claimer;
    private final Ticker ticker;
    private final ClaimTally tally;

    Burst(Claimer claimer, Ticker ticker, ClaimTally tally) {
        this.claimer = requireNonNull(claimer, "claimer");
        this.ticker = requireNonNull(ticker, "ticker");
        this.tally = requireNonNull(tally, "tally");
    }

    /**
     * Makes the claims; the clock of each starts when that of the first does.
     *
     * @return completes when every claim is answered and every container given back
     */
    CompletionStage<Void> fire(int claims) {
        long nowNanos = ticker.read();
        return CompletableFuture.allOf(Stream.generate(() -> claimer.claim(nowNanos, tally))
                .limit(claims)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new));
    }
}
