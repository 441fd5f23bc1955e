package dev.agentperf.simulator.faults;

import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.RuntimeUnavailableException;
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
import org.jspecify.annotations.Nullable;

/**
 * A runtime that fails as its plan says, and keeps the truth about every container: what the pool believes is held to
 * it.
 */
final class FaultyRuntime implements ContainerRuntime {
    private static final int CRAWL = 10;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(30);

    /** What is true of a container. */
    static final class Truth {
        final Container container;
        boolean exists = true;
        boolean dead;
        boolean leased;
        boolean used;
        boolean pausing;
        boolean paused;

        @Nullable
        String tenant;

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
    private boolean away;
    private long awaySinceNanos;
    private int attemptsWhileAway;

    @Nullable
    private Violation violation;

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

    /**
     * Takes the engine away, or brings it back: nothing can be made meanwhile, and what is being made fails. Whatever
     * the pool tries while it is away is counted, beginning a second after it went, when it can have noticed.
     */
    void away(boolean isAway) {
        away = isAway;
        awaySinceNanos = engine.read();
        attemptsWhileAway = 0;
    }

    /* Kept as well as thrown: a stage that is completed takes what its listeners throw for its own. */
    private Violation violated(String rule) {
        violation = new Violation(rule);
        return violation;
    }

    /** Throws what was violated so far, if anything was. */
    void requireNoViolation() {
        if (violation != null) {
            throw violation;
        }
    }

    private void tried() {
        if (engine.read() > awaySinceNanos + SECOND_NANOS) {
            attemptsWhileAway++;
        }
        double seconds = (double) (engine.read() - awaySinceNanos) / SECOND_NANOS;
        if (attemptsWhileAway > seconds + 1) {
            throw violated(
                    "the engine was away for " + seconds + " s and was tried " + attemptsWhileAway + " times in them");
        }
    }

    Truth truth(Container container) {
        Truth truth = truths.get(container.id());
        if (truth == null) {
            throw violated("container " + container.id() + " was never made");
        }
        return truth;
    }

    private Truth awake(Container container) {
        Truth truth = truth(container);
        if (truth.pausing || truth.paused) {
            throw violated("container " + container.id() + " was asked for something while it was paused");
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
    public CompletionStage<Void> ping() {
        if (away) {
            tried();
            return CompletableFuture.failedFuture(new RuntimeUnavailableException("the engine is away"));
        }
        return CompletableFuture.allOf();
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        Container container = new Container("c" + ++created, spec);
        CompletableFuture<Container> stage = new CompletableFuture<>();
        if (away) {
            tried();
            return CompletableFuture.failedFuture(new RuntimeUnavailableException("the engine is away"));
        }
        Fate fate = healthy ? Fate.SUCCEEDS : faults.next();
        Duration time = fate == Fate.CRAWLS ? coldStart.multipliedBy(CRAWL) : coldStart;
        if (fate == Fate.FAILS) {
            engine.schedule(
                    time, () -> stage.completeExceptionally(new ContainerException(container.id() + " failed")));
        } else if (fate != Fate.HANGS) {
            engine.schedule(time, () -> {
                if (away) {
                    stage.completeExceptionally(new RuntimeUnavailableException("the engine went away"));
                    return;
                }
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
            engine.schedule(faults.within(LONGEST_SILENCE), () -> onGone.accept(truth.container));
        }
    }

    @Override
    public boolean isAlive(Container container) {
        Truth truth = truth(container);
        return truth.exists && !truth.dead;
    }

    @Override
    public CompletionStage<Void> bind(Container container, Bindings bindings) {
        Truth truth = awake(container);
        truth.used = true;
        boolean binds = healthy || faults.next() == Fate.SUCCEEDS;
        CompletableFuture<Void> stage = new CompletableFuture<>();
        engine.schedule(reset, () -> {
            if (binds && !truth.dead) {
                truth.used = false;
                stage.complete(null);
            } else {
                stage.completeExceptionally(new ContainerException(container.id() + " could not be bound"));
            }
        });
        return stage;
    }

    @Override
    public CompletionStage<Void> destroy(Container container) {
        Truth truth = truth(container);
        if (truth.leased) {
            throw violated("container " + container.id() + " was destroyed while it was leased");
        }
        if (!truth.exists) {
            throw violated("container " + container.id() + " was destroyed twice");
        }
        truth.exists = false;
        return CompletableFuture.allOf();
    }

    @Override
    public CompletionStage<Boolean> reset(Container container) {
        Truth truth = awake(container);
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

    /* A pause that fails leaves the container running. One that hangs is carried out: nobody is told. */
    @Override
    public CompletionStage<Void> pause(Container container) {
        Truth truth = truth(container);
        if (truth.leased) {
            throw violated("container " + container.id() + " was paused while it was leased");
        }
        truth.pausing = true;
        return changed(container, fate -> {
            truth.pausing = false;
            truth.paused = fate != Fate.FAILS;
        });
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
        Truth truth = truth(container);
        if (truth.pausing) {
            throw violated("container " + container.id() + " was woken before its pause was over");
        }
        return changed(container, fate -> truth.paused &= fate == Fate.FAILS || fate == Fate.HANGS);
    }

    private CompletionStage<Void> changed(Container container, Consumer<Fate> change) {
        if (away) {
            change.accept(Fate.FAILS);
            return CompletableFuture.failedFuture(new RuntimeUnavailableException("the engine is away"));
        }
        Fate fate = healthy ? Fate.SUCCEEDS : faults.next();
        CompletableFuture<Void> stage = new CompletableFuture<>();
        engine.schedule(fate == Fate.CRAWLS ? reset.multipliedBy(CRAWL) : reset, () -> {
            change.accept(fate);
            if (fate == Fate.FAILS || !truth(container).exists) {
                stage.completeExceptionally(new ContainerException(container.id() + " was not changed"));
            } else if (fate != Fate.HANGS) {
                stage.complete(null);
            }
        });
        return stage;
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
