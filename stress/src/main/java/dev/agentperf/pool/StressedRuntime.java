package dev.agentperf.pool;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.StatsFeed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Containers that cost nothing and are counted. Thread-safe. */
final class StressedRuntime implements ContainerRuntime {
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger destroyed = new AtomicInteger();
    private final AtomicInteger asleep = new AtomicInteger();
    private volatile Consumer<Container> gone = container -> {};

    /** Returns how many containers there are; below 0 where one was destroyed twice. */
    int alive() {
        return created.get() - destroyed.get();
    }

    /** Returns whether a container is paused. */
    boolean isAsleep() {
        return asleep.get() != 0;
    }

    void dies(Container container) {
        gone.accept(container);
    }

    @Override
    public String name() {
        return "stressed";
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        return CompletableFuture.completedFuture(new Container("stressed-" + created.incrementAndGet(), spec));
    }

    @Override
    public CompletionStage<Void> destroy(Container container) {
        destroyed.incrementAndGet();
        return done();
    }

    @Override
    public CompletionStage<Void> pause(Container container) {
        asleep.incrementAndGet();
        return done();
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
        asleep.decrementAndGet();
        return done();
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.allOf();
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
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public void onGone(Consumer<Container> listener) {
        gone = listener;
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
