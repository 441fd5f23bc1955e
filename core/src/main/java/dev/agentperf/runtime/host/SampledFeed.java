package dev.agentperf.runtime.host;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Statistics of one container, read again when they are asked for and older than a second. Thread-safe. */
public final class SampledFeed implements StatsFeed {

    /** How often Docker's collector ticks. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<ContainerStats> sampler;
    private final BooleanSupplier isRunning;
    private final Ticker ticker;
    private final Executor workers;
    private CompletableFuture<ContainerStats> newest = new CompletableFuture<>();
    private @Nullable ContainerStats before;
    private boolean closed;

    /**
     * Opens a feed and takes the first sample.
     *
     * @param sampler fails with a {@link ContainerException} when the container does not run
     * @param isRunning whether the last sample may be handed out while it is fresh; must be cheap
     * @param ticker dates the samples
     * @param workers takes the samples
     */
    public SampledFeed(Supplier<ContainerStats> sampler, BooleanSupplier isRunning, Ticker ticker, Executor workers) {
        this.sampler = requireNonNull(sampler, "sampler");
        this.isRunning = requireNonNull(isRunning, "isRunning");
        this.ticker = requireNonNull(ticker, "ticker");
        this.workers = requireNonNull(workers, "workers");
        read();
    }

    @Override
    public synchronized CompletionStage<ContainerStats> latest() {
        if (newest.isDone() && !closed && (isOld() || !isRunning.getAsBoolean())) {
            newest = new CompletableFuture<>();
            read();
        }
        return newest;
    }

    private boolean isOld() {
        return newest.isCompletedExceptionally()
                || ticker.read() - newest.join().atNanos() > FRESH_NANOS;
    }

    private void read() {
        CompletableFuture<ContainerStats> reading = newest;
        workers.execute(() -> {
            try {
                reading.complete(withShare(sampler.get()));
            } catch (RuntimeException e) {
                reading.completeExceptionally(e);
            }
        });
    }

    private synchronized ContainerStats withShare(ContainerStats sample) {
        ContainerStats earlier = before;
        before = sample;
        return earlier == null ? sample : sample.since(earlier);
    }

    /** Takes no more samples. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
