package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/** {@code fixed:N}: N containers in circulation, whatever happens. */
record FixedStock(int count) implements PoolPolicy {

    FixedStock {
        if (count < 0) {
            throw new IllegalArgumentException("fixed: count must not be negative, was " + count);
        }
    }

    @Override
    public String name() {
        return "fixed:" + count;
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return nowNanos -> count;
    }
}
