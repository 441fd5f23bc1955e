package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;
import java.time.Duration;

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
        return new LearnedKeep(price, costs);
    }

    /** The time to keep for one type. */
    private static final class LearnedKeep implements TypePolicy {
        private static final int LEAST_GAPS = 5;
        private static final int GROWTH_DIVISOR = 32;

        private final Price price;
        private final ContainerCosts costs;
        private final IdleStack idle = new IdleStack();
        private final GapHistogram gaps = new GapHistogram(1);
        private double gapsForNextChoice = LEAST_GAPS;
        private IdlePlan chosen = IdlePlan.NONE;

        LearnedKeep(Price price, ContainerCosts costs) {
            this.price = price;
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
            long gap = idle.claimed(nowNanos);
            if (gap != IdleStack.NONE) {
                gaps.add(gap);
            }
        }

        @Override
        public IdlePlan replacement(long nowNanos) {
            idle.readyAt(nowNanos + costs.coldStartNanos());
            return next();
        }

        @Override
        public IdlePlan released(long nowNanos) {
            if (!costs.isReused()) {
                return IdlePlan.NONE;
            }
            idle.released(nowNanos);
            return next();
        }

        private IdlePlan next() {
            if (gaps.total() < LEAST_GAPS) {
                return IdlePlan.keep(Price.duration(price.breakEvenNanos(costs)));
            }
            if (gaps.total() >= gapsForNextChoice) {
                gapsForNextChoice = gaps.total() + Math.max(1, gaps.total() / GROWTH_DIVISOR);
                chosen = IdlePlan.keep(cheapest());
            }
            return chosen;
        }

        private Duration cheapest() {
            double coldNanos = price.breakEvenNanos(costs);
            double longer = gaps.total();
            double served = 0;
            double best = 0;
            double least = longer * coldNanos;
            for (int bin = gaps.first(); bin <= gaps.last(); bin++) {
                longer -= gaps.count(bin);
                served += gaps.sumNanos(bin);
                double keep = gaps.fromNanos(bin + 1);
                double cost = served + longer * (keep + coldNanos);
                if (gaps.count(bin) > 0 && cost < least) {
                    least = cost;
                    best = keep;
                }
            }
            return Price.duration(best);
        }
    }
}
