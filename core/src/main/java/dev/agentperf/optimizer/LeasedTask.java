package dev.agentperf.optimizer;

import dev.agentperf.pool.Lease;

/** What an agent does in its container. */
@FunctionalInterface
public interface LeasedTask<T> {

    /**
     * Runs the agent. Whoever wants its use learned {@linkplain AgentOptimizer#finish finishes} the lease here.
     *
     * @param lease its container, given back when this returns; and earlier, while this still runs, when the task is
     *     cancelled or late: whatever it waits for in the container then ends
     * @return not null
     */
    T run(Lease lease) throws Exception;
}
