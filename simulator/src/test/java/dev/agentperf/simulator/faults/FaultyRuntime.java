package dev.agentperf.simulator.faults;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.simulator.engine.FaultPlan;
import dev.agentperf.simulator.engine.FaultPlan.Fate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A runtime that fails as its plan says, and keeps the truth about every container: what the pool believes is held to
 * it.
 */
final class FaultyRuntime implements ContainerRuntime {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

    /** What is true of a container. */
    static final class Truth {
        final Container container;
        boolean exists = true;
        boolean dead;
        boolean deathTold;
        boolean leased;
        boolean used;

        Truth(Container container) {
            this.container = container;
        }
    }

    private final Engine engine;
    private final FaultPlan faults;
    private final Duration coldStart;
    private final Duration reset;
    private final Map<String, Truth> truths = new LinkedHashMap<>();
    private Consumer<Container> onGone = container -> {};
    private boolean healthy;
    private int created;

    FaultyRuntime(Engine engine, FaultPlan faults, Duration coldStart, Duration reset) {
        this.engine = engine;
        this.faults = faults;
        this.coldStart = coldStart;
        this.reset = reset;
    }

    /** Ends all faults: what is asked from now on succeeds. */
    void heal() {
        healthy = true;
    }

    Truth truth(Container container) {
        Truth truth = truths.get(container.id());
        if (truth == null) {
            throw new Violation("container " + container.id() + " was never made");
        }
        return truth;
    }

    List<Container> existing() {
        return truths.values().stream()
                .filter(truth -> truth.exists)
                .map(truth -> truth.container)
                .toList();
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        Container container = new Container("c" + ++created, spec);
        CompletableFuture<Container> stage = new CompletableFuture<>();
        Fate fate = healthy ? Fate.SUCCEEDS : faults.next();
        Duration time = fate == Fate.CRAWLS ? coldStart.multipliedBy(10) : coldStart;
        if (fate == Fate.FAILS) {
            engine.schedule(
                    time, () -> stage.completeExceptionally(new ContainerException(container.id() + " failed")));
        } else if (fate != Fate.HANGS) {
            engine.schedule(time, () -> {
                truths.put(container.id(), new Truth(container));
                if (!healthy && faults.dies()) {
                    engine.schedule(faults.within(LONGEST_LIFE), () -> die(truth(container)));
                }
                stage.complete(container);
            });
        }
        return stage;
    }

    private void die(Truth truth) {
        if (truth.exists) {
            truth.dead = true;
            truth.deathTold = true;
            onGone.accept(truth.container);
        }
    }

    @Override
    public CompletionStage<Void> destroy(Container container) {
        Truth truth = truth(container);
        if (truth.leased) {
            throw new Violation("container " + container.id() + " was destroyed while it was leased");
        }
        if (!truth.exists) {
            throw new Violation("container " + container.id() + " was destroyed twice");
        }
        truth.exists = false;
        return CompletableFuture.allOf();
    }

    @Override
    public CompletionStage<Boolean> reset(Container container) {
        Truth truth = truth(container);
        boolean cleans = healthy || faults.cleans();
        CompletableFuture<Boolean> stage = new CompletableFuture<>();
        engine.schedule(reset, () -> {
            truth.used &= !cleans;
            stage.complete(cleans && !truth.dead);
        });
        return stage;
    }

    @Override
    public void onGone(Consumer<Container> listener) {
        onGone = listener;
    }

    @Override
    public CompletionStage<Void> pause(Container container) {
        return CompletableFuture.allOf();
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
        return CompletableFuture.allOf();
    }

    @Override
    public CompletionStage<ExecResult> exec(Container container, List<String> command) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public CompletionStage<String> message(Container container, String line) {
        return CompletableFuture.completedFuture(line);
    }

    @Override
    public StatsFeed openStats(Container container) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
