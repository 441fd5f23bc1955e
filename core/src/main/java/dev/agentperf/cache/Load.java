package dev.agentperf.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One load under way, which any number of callers wait for. Created on the thread that loads. Thread-safe. */
final class Load<V> {
    private final Thread loader = Thread.currentThread();
    private final CompletableFuture<V> result = new CompletableFuture<>();

    void complete(V value) {
        result.complete(value);
    }

    void fail(Throwable failure) {
        result.completeExceptionally(failure);
    }

    V await(Object key) {
        if (loader == Thread.currentThread() && !result.isDone()) {
            throw new IllegalStateException("a loader must not ask for the key that it loads, was " + key);
        }
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw unwrapped(failed);
        }
    }

    private static RuntimeException unwrapped(CompletionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
}
