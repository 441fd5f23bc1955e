package dev.agentperf.pool;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.InertRuntime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Containers that cost nothing and are counted. Thread-safe. */
final class StressedRuntime implements InertRuntime {
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
        return InertRuntime.super.destroy(container);
    }

    @Override
    public CompletionStage<Void> pause(Container container) {
        asleep.incrementAndGet();
        return InertRuntime.super.pause(container);
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
        asleep.decrementAndGet();
        return InertRuntime.super.unpause(container);
    }

    @Override
    public void onGone(Consumer<Container> listener) {
        gone = listener;
    }
}
