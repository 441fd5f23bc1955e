package dev.agentperf.pool;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What all types of one pool share. */
final class PoolContext {
    final PoolConfig config;
    final ContainerRuntime runtime;
    final Function<AgentType, ContainerSpec> specs;
    final PoolListener listener;
    final Ticker ticker;

    /** For what is summed up or learned over many claims, and read on the way of each. */
    final Ticker coarse;

    final Scheduler scheduler;
    final Capacity capacity;
    final EngineHealth health = new EngineHealth();
    final StageTimes times = new StageTimes();
    final Map<AgentType, TypePool> types = new ConcurrentHashMap<>();

    volatile boolean closed;

    PoolContext(
            PoolConfig config,
            ContainerRuntime runtime,
            Function<AgentType, ContainerSpec> specs,
            PoolListener listener,
            Ticker ticker,
            Scheduler scheduler) {
        this.config = requireNonNull(config, "config");
        this.runtime = requireNonNull(runtime, "runtime");
        this.specs = requireNonNull(specs, "specs");
        this.listener = requireNonNull(listener, "listener");
        this.ticker = requireNonNull(ticker, "ticker");
        this.coarse = ticker.coarse();
        this.scheduler = requireNonNull(scheduler, "scheduler");
        this.capacity = new Capacity(config.maxContainers(), config.maxStarting());
    }

    TypePool pool(AgentType type) {
        TypePool known = types.get(type);
        return known != null ? known : types.computeIfAbsent(type, added -> new TypePool(added, this));
    }

    /** A container has ended on its own: its type must not hand it out. */
    void gone(Container container) {
        TypePool pool = types.get(container.spec().type());
        if (pool != null) {
            pool.gone(container);
        }
    }

    /** The engine has made a container, or told of itself: what waited for it goes on. */
    void engineAnswers() {
        if (health.isBack()) {
            types.values().forEach(TypePool::engineIsBack);
        }
    }

    /** Gives up the container, of whatever type, that has been idle longest, for a type in which claims wait. */
    void evictOldestFor(TypePool wanting) {
        types.values().stream()
                .map(type -> new Eldest(type, type.oldestIdleSinceNanos()))
                .filter(eldest -> eldest.sinceNanos != IdleContainers.NEVER)
                .min(Comparator.comparingLong(Eldest::sinceNanos))
                .ifPresent(eldest -> eldest.type.evictOldestFor(wanting));
    }

    /** A type, and when the container became idle that has been so for longest. */
    private record Eldest(TypePool type, long sinceNanos) {}
}
