package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;
import java.time.Duration;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * {@code greedydual}: keeps every container for as long as there is room, and gives up, where there is none, those of
 * the type that is worth least: GreedyDual-Size-Frequency (Cherkasova, HP Labs 1998), as FaasCache keeps functions
 * (Fuerst and Sharma, ASPLOS 2021).
 *
 * <p>A type is worth {@code clock + uses * coldStart / memory}: the uses that its living containers have served, and
 * the clock as of the last of them. The clock is that of the pool, and shows what the last victim was worth: so a type
 * ages that nobody asks for. The ceiling is the pool's; without one nothing is ever given up.
 */
final class GreedyDual implements PoolPolicy {
    private static final String NAME = "greedydual";
    private static final IdlePlan FOR_EVER = IdlePlan.keep(Duration.ofNanos(Long.MAX_VALUE));

    private final DoubleAccumulator clock = new DoubleAccumulator(Math::max, 0);

    @Override
    public String name() {
        return NAME;
    }

    /* Types of one pool share a clock, those of another have theirs. */
    @Override
    public PoolPolicy forPool() {
        return new GreedyDual();
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return new KeptType(costs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GreedyDual;
    }

    @Override
    public int hashCode() {
        return NAME.hashCode();
    }

    @Override
    public String toString() {
        return NAME;
    }

    private final class KeptType implements TypePolicy {
        private static final double BYTES_PER_GB = 1e9;
        private static final double NANOS_PER_SECOND = 1e9;

        private final ContainerCosts costs;
        private long uses;

        /* Written here alone, read by whichever type wants room. */
        private volatile double worth;

        KeptType(ContainerCosts costs) {
            this.costs = costs;
        }

        @Override
        public int stock(long nowNanos) {
            return 0;
        }

        @Override
        public boolean learnsFromClaims() {
            return true;
        }

        @Override
        public void claimed(long nowNanos, boolean warm) {
            uses++;
            used();
        }

        /* At the end of a use too: the claim itself may have raised the clock, by what it had given up for it. */
        private void used() {
            double coldSeconds = costs.coldStartNanos() / NANOS_PER_SECOND;
            worth = clock.get() + uses * coldSeconds / (Math.max(1, costs.memoryBytes()) / BYTES_PER_GB);
        }

        @Override
        public IdlePlan replacement(long nowNanos) {
            return FOR_EVER;
        }

        @Override
        public IdlePlan released(long nowNanos) {
            used();
            return costs.isReused() ? FOR_EVER : IdlePlan.NONE;
        }

        @Override
        public double worth() {
            return worth;
        }

        /* A fresh one stands for the claim whose container it follows. */
        @Override
        public void evicted(int usesServed) {
            clock.accumulate(worth);
            uses = Math.max(0, uses - Math.max(1, usesServed));
        }
    }
}
