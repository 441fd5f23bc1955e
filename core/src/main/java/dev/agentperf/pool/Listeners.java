package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Two listeners as one. */
record Listeners(PoolListener first, PoolListener second) implements PoolListener {

    @Override
    public void answered(AgentType type, Claim claim, Duration waited) {
        first.answered(type, claim, waited);
        second.answered(type, claim, waited);
    }

    @Override
    public void started(Container container, Duration took) {
        first.started(container, took);
        second.started(container, took);
    }

    @Override
    public void retiring(Container container, EndReason reason) {
        first.retiring(container, reason);
        second.retiring(container, reason);
    }

    @Override
    public void leaseDropped(Container container, @Nullable Throwable origin) {
        first.leaseDropped(container, origin);
        second.leaseDropped(container, origin);
    }
}
