package dev.agentperf.pool.policy;

/** {@link Adaptive} for one type. */
final class AdaptiveType extends LearnedPlan {
    private static final int GROWTH_DIVISOR = 16;
    private static final int PARTS_LOG2 = 5;
    private static final int MOST = 4096;

    private final ContainerCosts costs;

    AdaptiveType(Price price, ContainerCosts costs) {
        super(price, costs, new GapHistogram(PARTS_LOG2), GROWTH_DIVISOR);
        this.costs = costs;
    }

    @Override
    void learned(GapHistogram seen) {
        if (seen.total() >= MOST) {
            seen.fade();
        }
    }

    @Override
    IdlePlan choose(GapHistogram seen, double coldNanos) {
        return new CheapestPlan(seen, coldNanos, leadNanos()).plan();
    }

    /* A gap begins when a container is back. One that has to be made is back a cold start after its order, and so is a pre-warmed one. */
    private long leadNanos() {
        return costs.isReused() ? costs.coldStartNanos() : 0;
    }
}
