package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears what a pool does. Called from the pool's own threads: it must return soon and not throw.
 *
 * <p>A claim that finds a ready container at once is not told of: a call would cost more than the claim.
 */
public interface PoolListener {

    /** Ignores everything. */
    PoolListener NONE = new PoolListener() {};

    /** Returns a listener that only hears of containers that are about to be destroyed. */
    static PoolListener ofRetiring(Consumer<Container> action) {
        return new PoolListener() {
            @Override
            public void retiring(Container container, EndReason reason) {
                action.accept(container);
            }
        };
    }

    /**
     * A claim that had to wait has its answer.
     *
     * @param waited since the claim was made
     */
    default void answered(AgentType type, Claim claim, Duration waited) {}

    /**
     * A container was made.
     *
     * @param took from the order to its agent's first answer
     */
    default void started(Container container, Duration took) {}

    /** A container is about to be destroyed; nobody uses it any more. */
    default void retiring(Container container, EndReason reason) {}

    /**
     * A lease was dropped without being released; its container is ended.
     *
     * @param origin where the claim was made, if the pool is configured to remember that
     */
    default void leaseDropped(Container container, @Nullable Throwable origin) {}
}
