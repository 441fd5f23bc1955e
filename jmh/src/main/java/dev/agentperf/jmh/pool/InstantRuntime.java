package dev.agentperf.jmh.pool;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.InertRuntime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Containers that cost nothing, so that what a benchmark measures is the pool. */
final class InstantRuntime implements InertRuntime {
    private static final CompletionStage<Boolean> CLEAN = CompletableFuture.completedFuture(true);
    private static final CompletionStage<Void> DONE = CompletableFuture.allOf();

    private final AtomicLong created = new AtomicLong();

    @Override
    public String name() {
        return "instant";
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        return CompletableFuture.completedFuture(new Container("instant-" + created.incrementAndGet(), spec));
    }

    @Override
    public CompletionStage<Void> destroy(Container container) {
        return DONE;
    }

    @Override
    public CompletionStage<Void> pause(Container container) {
        return DONE;
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
        return DONE;
    }

    @Override
    public CompletionStage<Boolean> reset(Container container) {
        return CLEAN;
    }
}
