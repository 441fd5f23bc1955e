package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.util.function.Function;

/** Pools that are broken inside, where no proxy reaches. */
public final class BrokenPools {
    private BrokenPools() {}

    /** Returns a pool whose used containers go straight back, whoever waits. */
    public static WarmPool pastTheDoor(
            PoolConfig config,
            ContainerRuntime runtime,
            Function<AgentType, ContainerSpec> specs,
            Ticker ticker,
            Scheduler scheduler) {
        return new TypedPools(new PoolContext(config, runtime, specs, PoolListener.NONE, ticker, scheduler) {
            @Override
            Door newDoor() {
                return new Door() {
                    @Override
                    boolean isWatched() {
                        return false;
                    }
                };
            }
        });
    }
}
