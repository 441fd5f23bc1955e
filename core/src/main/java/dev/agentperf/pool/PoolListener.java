package dev.agentperf.pool;

import dev.agentperf.runtime.Container;

/** Hears what a pool does to its containers. Called from the pool's own threads: it must return soon and not throw. */
@FunctionalInterface
public interface PoolListener {

    /** Ignores everything. */
    PoolListener NONE = container -> {};

    /** The container is about to be destroyed; nobody uses it any more. */
    void retiring(Container container);
}
