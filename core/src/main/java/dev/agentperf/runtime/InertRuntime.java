package dev.agentperf.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A runtime whose containers do nothing, at once, and always succeed: what a simulated runtime or one for tests starts
 * from, and changes where it has something to say.
 */
public interface InertRuntime extends ContainerRuntime {

    @Override
    default CompletionStage<Void> destroy(Container container) {
        return CompletableFuture.allOf();
    }

    @Override
    default CompletionStage<Void> pause(Container container) {
        return CompletableFuture.allOf();
    }

    @Override
    default CompletionStage<Void> unpause(Container container) {
        return CompletableFuture.allOf();
    }

    /** Succeeds without output. */
    @Override
    default CompletionStage<ExecResult> exec(Container container, List<String> command) {
        return CompletableFuture.completedFuture(new ExecResult(0, ""));
    }

    /** Answers with the line itself. */
    @Override
    default CompletionStage<String> message(Container container, String line) {
        return CompletableFuture.completedFuture(line);
    }

    /** Proves it. */
    @Override
    default CompletionStage<Boolean> reset(Container container) {
        return CompletableFuture.completedFuture(true);
    }

    /** Nothing is ever used, by one process. */
    @Override
    default StatsFeed openStats(Container container) {
        return StatsFeed.of(() -> new ContainerStats(0, 0, 0, 1));
    }

    @Override
    default void close() {}
}
