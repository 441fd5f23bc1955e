package dev.agentperf.jmh.pool;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.StatsFeed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Containers that cost nothing, so that what a benchmark measures is the pool. */
final class InstantRuntime implements ContainerRuntime {
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
    public CompletionStage<ExecResult> exec(Container container, List<String> command) {
        return CompletableFuture.completedFuture(new ExecResult(0, ""));
    }

    @Override
    public List<String> onceCommand(Container container, String line) {
        return List.of("once", line);
    }

    @Override
    public CompletionStage<String> message(Container container, String line) {
        return CompletableFuture.completedFuture(line);
    }

    @Override
    public CompletionStage<Boolean> reset(Container container) {
        return CLEAN;
    }

    @Override
    public StatsFeed openStats(Container container) {
        return new StatsFeed() {
            @Override
            public CompletionStage<ContainerStats> latest() {
                return CompletableFuture.completedFuture(new ContainerStats(0, 0, 0, 1));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
