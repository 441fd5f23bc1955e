package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/**
 * {@code breakeven:P}: keeps a container after its use for as long as its idle memory costs less than a cold start at
 * price P. Needs no history, and never costs more than twice what a clairvoyant that keeps or drops would pay for the
 * same gap (ski rental; Karlin et al., <i>Competitive snoopy caching</i>, 1988).
 */
record BreakEven(Price price) implements PoolPolicy {

    @Override
    public String name() {
        return "breakeven:" + price;
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return new TypePolicy() {
            @Override
            public int stock(long nowNanos) {
                return 0;
            }

            @Override
            public IdlePlan replacement(long nowNanos) {
                return plan();
            }

            @Override
            public IdlePlan released(long nowNanos) {
                return costs.isReused() ? plan() : IdlePlan.NONE;
            }

            private IdlePlan plan() {
                return IdlePlan.keep(Price.duration(price.breakEvenNanos(costs)));
            }
        };
    }
}
