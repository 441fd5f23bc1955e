package dev.agentperf.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One open stream of a container's statistics, which any number of askers read without a call to the engine.
 *
 * <p>Thread-safe. Closed by whoever opened it; the runtime ends it when the container is destroyed.
 */
public interface StatsFeed extends AutoCloseable {

    /**
     * Returns the newest statistics; completes with the first ones where none have arrived yet, and exceptionally when
     * the container is gone.
     */
    CompletionStage<ContainerStats> latest();

    /** Ends the stream. Idempotent. */
    @Override
    void close();

    /** Returns a feed that asks {@code source} at every question, and need not be closed. */
    static StatsFeed of(Supplier<ContainerStats> source) {
        return new StatsFeed() {
            @Override
            public CompletionStage<ContainerStats> latest() {
                return CompletableFuture.completedFuture(source.get());
            }

            @Override
            public void close() {}
        };
    }
}
