package dev.agentperf.testkit;

import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.InertRuntime;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A runtime for tests of what is hard to have from a real one: exact start times, failures on demand, and a count of
 * what is alive. It runs on the test's own thread.
 */
public final class FakeRuntime implements InertRuntime {
    private final Scheduler scheduler;
    private final Set<String> alive = new LinkedHashSet<>();
    private Duration coldStart;
    private Duration reset = Duration.ZERO;
    private boolean failing;
    private boolean dirty;
    private boolean unavailable;
    private int unbindable;
    private int creates;
    private int pings;
    private boolean lying;
    private final Set<String> silent = new HashSet<>();
    private final List<String> bound = new ArrayList<>();
    private Duration binding = Duration.ZERO;
    private final Set<String> paused = new LinkedHashSet<>();
    private Duration waking = Duration.ZERO;
    private int unwakeable;
    private int stuck;
    private long reaped;
    private int startsAtOnce = Integer.MAX_VALUE;
    private final List<Consumer<Container>> memoryListeners = new ArrayList<>();
    private OptionalLong peakMemoryBytes = OptionalLong.empty();

    /** Creates a runtime whose containers take {@code coldStart} to start. */
    public FakeRuntime(Scheduler scheduler, Duration coldStart) {
        this.scheduler = scheduler;
        this.coldStart = coldStart;
    }

    /** Changes how many containers it says are best started at once. */
    public void startsAtOnce(int count) {
        startsAtOnce = count;
    }

    @Override
    public int startsAtOnce() {
        return startsAtOnce;
    }

    /** Lets every later creation fail, after the cold start, until it is switched off. */
    public void failing(boolean on) {
        failing = on;
    }

    /** Lets every later reset end without proof. */
    public void dirty(boolean on) {
        dirty = on;
    }

    /** Lets every later call to the engine fail at once, until it is switched off. */
    public void unavailable(boolean on) {
        unavailable = on;
    }

    /** Lets a container stop answering, without a word to anyone. */
    public void silence(Container container) {
        silence(container.id());
    }

    /** Same as {@link #silence(Container)}. */
    public void silence(String id) {
        silent.add(id);
    }

    /** Lets the next bindings fail, that many. */
    public void unbindable(int times) {
        unbindable = times;
    }

    /** Tells how many containers of dead owners it has removed. */
    public void reaped(long count) {
        reaped = count;
    }

    /** Tells that a container had a process ended for its memory. */
    public void outOfMemory(Container container) {
        memoryListeners.forEach(it -> it.accept(container));
    }

    @Override
    public void onOutOfMemory(Consumer<Container> listener) {
        memoryListeners.add(listener);
    }

    /** Lets every container have had that much memory at most. */
    public void peakMemoryBytes(long bytes) {
        peakMemoryBytes = OptionalLong.of(bytes);
    }

    @Override
    public OptionalLong peakMemoryBytes(Container container) {
        return peakMemoryBytes;
    }

    @Override
    public long reaped() {
        return reaped;
    }

    /** Lets the next wakings fail, that many. */
    public void unwakeable(int times) {
        unwakeable = times;
    }

    /** Lets the next wakings never end, that many. */
    public void stuck(int times) {
        stuck = times;
    }

    /** Changes how long later wakings take. */
    public void waking(Duration duration) {
        waking = duration;
    }

    /** Returns the ids of the containers that are paused. */
    public Set<String> paused() {
        return Set.copyOf(paused);
    }

    /** Changes how long later bindings take. */
    public void binding(Duration duration) {
        binding = duration;
    }

    /** Returns the containers that something was bound to, in order. */
    public List<String> bound() {
        return List.copyOf(bound);
    }

    /** Changes how long later starts take. */
    public void coldStart(Duration duration) {
        coldStart = duration;
    }

    /** Changes how long later resets take. */
    public void reset(Duration duration) {
        reset = duration;
    }

    /** Returns the ids of the containers that exist, in the order of their creation. */
    public Set<String> alive() {
        return Set.copyOf(alive);
    }

    /** Lets an engine that is away say that it is there. */
    public void lying(boolean on) {
        lying = on;
    }

    /** Returns how often it was asked whether the engine answers. */
    public int pings() {
        return pings;
    }

    /** Returns how many creations were asked for. */
    public int creates() {
        return creates;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public CompletionStage<Void> ping() {
        pings++;
        return unavailable && !lying
                ? CompletableFuture.failedFuture(new RuntimeUnavailableException("fake engine is away"))
                : done();
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        String id = "fake-" + ++creates;
        if (unavailable) {
            return CompletableFuture.failedFuture(new RuntimeUnavailableException("fake engine is away"));
        }
        boolean fails = failing;
        CompletableFuture<Container> stage = new CompletableFuture<>();
        scheduler.schedule(coldStart, () -> {
            if (fails) {
                stage.completeExceptionally(new ContainerException("container " + id + " was told to fail"));
            } else {
                alive.add(id);
                stage.complete(new Container(id, spec));
            }
        });
        return stage;
    }

    @Override
    public CompletionStage<Void> destroy(Container container) {
        paused.remove(container.id());
        if (!alive.remove(container.id())) {
            return CompletableFuture.failedFuture(
                    new ContainerException("container " + container.id() + " was destroyed twice"));
        }
        return done();
    }

    @Override
    public CompletionStage<Boolean> reset(Container container) {
        boolean clean = !dirty;
        CompletableFuture<Boolean> stage = new CompletableFuture<>();
        scheduler.schedule(reset, () -> stage.complete(clean));
        return stage;
    }

    @Override
    public boolean isAlive(Container container) {
        return alive.contains(container.id()) && !silent.contains(container.id());
    }

    @Override
    public CompletionStage<Void> bind(Container container, Bindings bindings) {
        bound.add(container.id());
        boolean fails = unbindable > 0;
        unbindable = Math.max(0, unbindable - 1);
        CompletableFuture<Void> stage = new CompletableFuture<>();
        scheduler.schedule(binding, () -> {
            if (fails) {
                stage.completeExceptionally(new ContainerException("container " + container.id() + " has no room"));
            } else {
                stage.complete(null);
            }
        });
        return stage;
    }

    @Override
    public CompletionStage<Void> pause(Container container) {
        if (unavailable) {
            return CompletableFuture.failedFuture(new RuntimeUnavailableException("fake engine is away"));
        }
        paused.add(container.id());
        return done();
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
        if (unavailable) {
            return CompletableFuture.failedFuture(new RuntimeUnavailableException("fake engine is away"));
        }
        CompletableFuture<Void> stage = new CompletableFuture<>();
        if (stuck > 0) {
            stuck--;
            return stage;
        }
        boolean fails = unwakeable > 0;
        unwakeable = Math.max(0, unwakeable - 1);
        scheduler.schedule(waking, () -> {
            if (fails) {
                stage.completeExceptionally(new ContainerException("container " + container.id() + " does not wake"));
            } else {
                paused.remove(container.id());
                stage.complete(null);
            }
        });
        return stage;
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.allOf();
    }

    @Override
    public void close() {
        paused.clear();
        alive.clear();
    }
}
