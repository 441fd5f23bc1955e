package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/**
 * {@code adaptive:P}: learns when the next claim of a type comes after a use, and does what would have cost least at
 * price P: keep the container for a time, as {@link Hazard}, or give it up and have another one ready for a window of
 * time, as {@link Hybrid} where that is worth it. Before five gaps it is {@link BreakEven}.
 *
 * <p>Where containers are reused it learns from the gaps of each {@link UseLevels level} of use apart, and from all
 * gaps of the type while a level has too few: a level keeps for as long as it pays, the lowest for ever where work
 * never ends, which is a stock with a size that follows from the price.
 *
 * <p>Its constants were chosen on the Azure Functions 2019 sample alone, at prices from 30 to 2,400 and with counts at
 * the minute's start, spread evenly and at random: 32 bins an octave, windows one bin wider on each side than what was
 * seen, levels of half an octave. Conditions on the gap before, pseudo-gaps of the whole type for a level, containers
 * still idle as gaps that are at least so long, and following whichever of several plans cost less of late were tried
 * there and cost more, or changed nothing.
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
