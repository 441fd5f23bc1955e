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
    final Scheduler scheduler;
    final Capacity capacity;
    final Counters counters = new Counters();
    final Map<AgentType, TypePool> types = new ConcurrentHashMap<>();
    final Map<String, Member> members = new ConcurrentHashMap<>();

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
        this.scheduler = requireNonNull(scheduler, "scheduler");
        this.capacity = new Capacity(config.maxContainers());
    }

    TypePool pool(AgentType type) {
        TypePool known = types.get(type);
        return known != null ? known : types.computeIfAbsent(type, added -> new TypePool(added, this));
    }

    /** A container has ended on its own: its type must not hand it out. */
    void gone(Container container) {
        Member member = members.get(container.id());
        if (member != null) {
            pool(container.spec().type()).gone(member);
        }
    }

    /** Gives up the container, of whatever type, that has been ready longest. */
    void evictOldest() {
        types.values().stream()
                .min(Comparator.comparingLong(TypePool::oldestReadySinceNanos))
                .ifPresent(TypePool::evictOldest);
    }
}
