package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/**
 * {@code hazard:P}: learns for how long containers of a type lie idle, and keeps each for the time that would have cost
 * least at price P: idle memory for all gaps, a cold start for each gap that is longer. Before five gaps it is
 * {@link BreakEven}.
 *
 * <p>64 bins, two an octave. The time is chosen anew when the number of gaps has grown by a thirty-second.
 */
record Hazard(Price price) implements PoolPolicy {

    @Override
    public String name() {
        return "hazard:" + price;
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return new HazardType(price, costs);
    }
}
