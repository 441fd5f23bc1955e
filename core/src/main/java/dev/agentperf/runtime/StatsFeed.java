package dev.agentperf.runtime;

import java.util.concurrent.CompletionStage;

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
}
