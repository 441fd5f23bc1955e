package dev.agentperf.simulator.faults;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.ContainerCosts;
import dev.agentperf.pool.policy.ExpectedClaim;
import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.pool.policy.TypePolicy;

/**
 * A fixed stock, and beside it a container for each claim that is expected, from when it may come until it must have.
 *
 * @param stock how many stand ready of each type
 */
record Foretold(int stock) implements PoolPolicy {
    @Override
    public String name() {
        return "foretold:" + stock;
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return new TypePolicy() {
            @Override
            public int stock(long nowNanos) {
                return stock;
            }

            @Override
            public IdlePlan expected(long nowNanos, ExpectedClaim claim) {
                return new IdlePlan(claim.earliest(), claim.latest().minus(claim.earliest()));
            }
        };
    }
}
