package dev.agentperf.simulator.replay;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.InertRuntime;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.simulator.engine.FaultPlan;
import dev.agentperf.simulator.engine.FaultPlan.Fate;
import dev.agentperf.simulator.engine.RandomStreams;
import dev.agentperf.simulator.world.SharedHosts;
import dev.agentperf.simulator.world.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Containers that cost virtual time only: a start takes what its {@link World} says, a reset the given time, all else
 * none.
 *
 * <p>Not thread-safe: it belongs to the thread that drives its engine.
 */
final class SimulatedRuntime implements InertRuntime {
    /** How much longer an operation takes that crawls. */
    private static final int CRAWL = 10;

    /** Within what time a container dies that dies on its own. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final Engine engine;
    private final World world;
    private final Duration reset;
    private final RandomGenerator random;
    private final FaultPlan faults;
    private final boolean hasFaults;
    private final @Nullable SharedHosts hosts;
    private final Set<String> mortal = new HashSet<>();
    private Consumer<Container> onGone = container -> {};
    private long created;

    SimulatedRuntime(Engine engine, World world, Duration reset, long seed) {
        this.engine = requireNonNull(engine, "engine");
        this.world = requireNonNull(world, "world");
        this.reset = requireNonNull(reset, "reset");
        RandomStreams streams = new RandomStreams(seed);
        random = streams.stream("cold-start");
        faults = new FaultPlan(world.faults(), streams.stream("faults"));
        hasFaults = world.hasFaults();
        hosts = world.hosts().map(shared -> new SharedHosts(shared, engine)).orElse(null);
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public void onGone(Consumer<Container> listener) {
        onGone = listener;
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        Container container = new Container("simulated-" + ++created, spec);
        CompletableFuture<Container> stage = new CompletableFuture<>();
        Fate fate = hasFaults ? faults.next() : Fate.SUCCEEDS;
        long workNanos = world.starts().drawNanos(random) * (fate == Fate.CRAWLS ? CRAWL : 1);
        switch (fate) {
            case SUCCEEDS, CRAWLS -> start(container, workNanos, () -> live(container, stage));
            case FAILS -> start(container, workNanos, () -> fail(container, stage));
            case HANGS -> {
                /* It never ends: whoever waits for it must have a deadline. */
            }
        }
        return stage;
    }

    private void start(Container container, long workNanos, Runnable whenStarted) {
        if (hosts == null) {
            engine.scheduleAt(engine.read() + workNanos, whenStarted);
        } else {
            hosts.start(container.id(), memoryBytes(container), workNanos, whenStarted);
        }
    }

    private void live(Container container, CompletableFuture<Container> stage) {
        if (hasFaults && faults.dies()) {
            mortal.add(container.id());
            engine.schedule(faults.within(LONGEST_LIFE), () -> die(container));
        }
        stage.complete(container);
    }

    private void die(Container container) {
        if (mortal.remove(container.id())) {
            onGone.accept(container);
        }
    }

    private void fail(Container container, CompletableFuture<Container> stage) {
        end(container);
        stage.completeExceptionally(new ContainerException("the fault plan lets this start fail"));
    }

    private void end(Container container) {
        if (hasFaults) {
            mortal.remove(container.id());
        }
        if (hosts != null) {
            hosts.end(container.id(), memoryBytes(container));
        }
    }

    private static long memoryBytes(Container container) {
        return container.spec().limits().memoryBytes();
    }

    @Override
    public CompletionStage<Boolean> reset(Container container) {
        boolean clean = !hasFaults || faults.cleans();
        CompletableFuture<Boolean> stage = new CompletableFuture<>();
        engine.schedule(reset, () -> stage.complete(clean));
        return stage;
    }

    @Override
    public CompletionStage<Void> destroy(Container container) {
        end(container);
        return InertRuntime.super.destroy(container);
    }

    @Override
    public StatsFeed openStats(Container container) {
        return StatsFeed.of(() -> new ContainerStats(engine.read(), 0, memoryBytes(container), 1));
    }
}
