package dev.agentperf.simulator.replay;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.simulator.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Containers that cost virtual time only: starting one takes the given cold start, a reset the given time, all else
 * none.
 *
 * <p>Not thread-safe: it belongs to the thread that drives its engine.
 */
final class SimulatedRuntime implements ContainerRuntime {
    private final Engine engine;
    private final Duration coldStart;
    private final Duration reset;
    private long created;

    SimulatedRuntime(Engine engine, Duration coldStart, Duration reset) {
        this.engine = requireNonNull(engine, "engine");
        this.coldStart = requireNonNull(coldStart, "coldStart");
        this.reset = requireNonNull(reset, "reset");
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        Container container = new Container("simulated-" + ++created, spec);
        return after(coldStart, container);
    }

    @Override
    public CompletionStage<Boolean> reset(Container container) {
        return after(reset, true);
    }

    private <T> CompletionStage<T> after(Duration delay, T result) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        engine.schedule(delay, () -> stage.complete(result));
        return stage;
    }

    @Override
    public CompletionStage<Void> destroy(Container container) {
        return done();
    }

    @Override
    public CompletionStage<Void> pause(Container container) {
        return done();
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
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
    public StatsFeed openStats(Container container) {
        return new StatsFeed() {
            @Override
            public CompletionStage<ContainerStats> latest() {
                return CompletableFuture.completedFuture(new ContainerStats(
                        engine.read(), 0, container.spec().limits().memoryBytes(), 1));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
