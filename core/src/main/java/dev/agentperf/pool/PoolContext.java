package dev.agentperf.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.Comparator;
import java.util.function.Function;

/** What all types of one pool share. Not final: tests break it on purpose. */
class PoolContext {
    final PoolConfig config;
    final PoolPolicy policy;
    final ContainerRuntime runtime;
    final Function<AgentType, ContainerSpec> specs;
    final PoolListener listener;
    final Ticker ticker;

    /** For what is summed up or learned over many claims, and read on the way of each. */
    final Ticker coarse;

    final Scheduler scheduler;
    final Capacity capacity;
    final int refillsAtOnce;

    /** While claims have left a type a quarter of its stock or less. */
    final int refillsAtOnceWhenDrained;

    final EngineHealth health = new EngineHealth();
    final StageTimes times = new StageTimes();
    final KnownTypes types = new KnownTypes(type -> new TypePool(type, this));

    volatile boolean closed;

    PoolContext(
            PoolConfig config,
            ContainerRuntime runtime,
            Function<AgentType, ContainerSpec> specs,
            PoolListener listener,
            Ticker ticker,
            Scheduler scheduler) {
        this.config = requireNonNull(config, "config");
        this.policy = config.policy().forPool();
        this.runtime = requireNonNull(runtime, "runtime");
        this.specs = requireNonNull(specs, "specs");
        this.listener = requireNonNull(listener, "listener");
        this.ticker = requireNonNull(ticker, "ticker");
        this.coarse = ticker.coarse();
        this.scheduler = requireNonNull(scheduler, "scheduler");
        this.capacity = new Capacity(config.maxContainers(), config.startsAtOnce(runtime));
        this.refillsAtOnce = config.refillsAtOnce(runtime);
        this.refillsAtOnceWhenDrained = config.refillsAtOnceWhenDrained(runtime);
    }

    /** Returns the door of a type. */
    Door newDoor() {
        return new Door();
    }

    /** A container has ended on its own: its type must not hand it out. */
    void gone(Container container) {
        TypePool pool = types.find(container.spec().type());
        if (pool != null) {
            pool.gone(container);
        }
    }

    /**
     * Returns how long making a container has to wait for the engine; 0 while it answers. One that is away is asked
     * whether it is back, by one caller a second.
     */
    long engineDelayNanos() {
        long delayNanos = health.delayNanos(ticker.read());
        if (delayNanos == 0 && health.isToBeAsked()) {
            ask();
            return EngineHealth.PROBE_NANOS;
        }
        return delayNanos;
    }

    private void ask() {
        runtime.ping().whenComplete((nothing, failure) -> {
            if (failure != null) {
                health.failed(Failures.of("engine could not be asked", failure), ticker.read());
            } else if (health.answered()) {
                goOn();
            }
        });
    }

    /** The engine has done something for a container: what waited for it goes on. */
    void engineWorks() {
        if (health.worked()) {
            goOn();
        }
    }

    private void goOn() {
        types.all().forEach(TypePool::engineIsBack);
    }

    /** Gives up a container for a type in which claims wait: the one idle longest, of the type that is worth least. */
    void evictOldestFor(TypePool wanting) {
        types.all().stream()
                .map(Eviction::of)
                .min(Eviction.ORDER)
                .ifPresent(first -> first.type().evictOldestFor(wanting));
    }

    /** A type that could make room, as of now: what happens meanwhile must not upset an order. */
    private record Eviction(TypePool type, double worth, long idleSinceNanos) {
        static final Comparator<Eviction> ORDER =
                Comparator.comparingDouble(Eviction::worth).thenComparingLong(Eviction::idleSinceNanos);

        static Eviction of(TypePool type) {
            long idleSinceNanos = type.oldestIdleSinceNanos();
            boolean isEmpty = idleSinceNanos == IdleContainers.NEVER;
            return new Eviction(type, isEmpty ? Double.POSITIVE_INFINITY : type.worth(), idleSinceNanos);
        }
    }
}
