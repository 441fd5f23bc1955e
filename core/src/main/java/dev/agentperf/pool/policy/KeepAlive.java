package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;
import dev.agentperf.time.Durations;
import java.time.Duration;

/** {@code keepalive:D}: after each use one container stays ready for D. */
record KeepAlive(Duration idle) implements PoolPolicy {

    KeepAlive {
        if (idle.isNegative()) {
            throw new IllegalArgumentException("keepalive: duration must not be negative, was " + idle);
        }
    }

    @Override
    public String name() {
        return "keepalive:" + Durations.format(idle);
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        IdlePlan plan = IdlePlan.keep(idle);
        return new TypePolicy() {
            @Override
            public int stock(long nowNanos) {
                return 0;
            }

            @Override
            public IdlePlan released(long nowNanos) {
                return plan;
            }
        };
    }
}
