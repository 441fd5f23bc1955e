package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/**
 * {@code adaptive:P}: learns when the next claim of a type comes after a use, and does what would have cost least at
 * price P: keep the container for a time, as {@link Hazard}, or give it up and have another one ready for a window of
 * time, as {@link Hybrid} where that is worth it. Before five gaps it is {@link BreakEven}.
 *
 * <p>Its constants were chosen on the Azure Functions 2019 sample alone, at prices from 30 to 2,400 and with counts at
 * the minute's start, spread evenly and at random: 32 bins an octave, windows one bin wider on each side than what was
 * seen.
 */
record Adaptive(Price price) implements PoolPolicy {

    @Override
    public String name() {
        return "adaptive:" + price;
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return new AdaptiveType(price, costs);
    }
}
