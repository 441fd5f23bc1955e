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
        return new LearnedKeep(price, costs);
    }

    /** The time to keep for one type. */
    private static final class LearnedKeep extends LearnedPlan {
        private static final int GROWTH_DIVISOR = 32;

        LearnedKeep(Price price, ContainerCosts costs) {
            super(price, costs, new GapHistogram(1), GROWTH_DIVISOR);
        }

        @Override
        IdlePlan choose(GapHistogram seen, double coldNanos) {
            double longer = seen.total();
            double served = 0;
            double best = 0;
            double least = longer * coldNanos;
            for (int bin = seen.first(); bin <= seen.last(); bin++) {
                longer -= seen.count(bin);
                served += seen.sumNanos(bin);
                double keep = seen.fromNanos(bin + 1);
                double cost = served + longer * (keep + coldNanos);
                if (seen.count(bin) > 0 && cost < least) {
                    least = cost;
                    best = keep;
                }
            }
            return IdlePlan.keep(Price.duration(best));
        }
    }
}
