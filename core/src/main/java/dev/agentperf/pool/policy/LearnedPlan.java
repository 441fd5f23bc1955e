package dev.agentperf.pool.policy;

/**
 * Learns for how long containers of one type lie idle, and chooses anew what follows a use when the number of gaps has
 * grown by a share. Before five gaps it is {@link BreakEven}.
 */
abstract class LearnedPlan implements TypePolicy {
    private static final int LEAST_GAPS = 5;

    private final Price price;
    private final ContainerCosts costs;
    private final GapHistogram gaps;
    private final int growthDivisor;
    private final IdleStack idle = new IdleStack();
    private double untilNextChoice = LEAST_GAPS;
    private IdlePlan chosen = IdlePlan.NONE;

    /**
     * Creates what has learned nothing yet.
     *
     * @param gaps empty
     * @param growthDivisor the share of growth after which it chooses anew, as one over it
     */
    LearnedPlan(Price price, ContainerCosts costs, GapHistogram gaps, int growthDivisor) {
        this.price = price;
        this.costs = costs;
        this.gaps = gaps;
        this.growthDivisor = growthDivisor;
    }

    /** Returns what is best after these gaps, where a cold start costs as much as that much idle time. */
    abstract IdlePlan choose(GapHistogram seen, double coldNanos);

    /** A gap was added. */
    void learned(GapHistogram seen) {}

    @Override
    public final int stock(long nowNanos) {
        return 0;
    }

    @Override
    public final boolean learnsFromClaims() {
        return true;
    }

    @Override
    public final void claimed(long nowNanos, boolean warm) {
        long gap = idle.claimed(nowNanos);
        if (gap != IdleStack.NONE) {
            gaps.add(gap);
            untilNextChoice--;
            learned(gaps);
        }
    }

    @Override
    public final IdlePlan replacement(long nowNanos) {
        idle.readyAt(nowNanos + costs.coldStartNanos());
        return next();
    }

    @Override
    public final IdlePlan released(long nowNanos) {
        if (!costs.isReused()) {
            return IdlePlan.NONE;
        }
        idle.released(nowNanos);
        return next();
    }

    private IdlePlan next() {
        double coldNanos = price.breakEvenNanos(costs);
        if (gaps.total() < LEAST_GAPS) {
            return IdlePlan.keep(Price.duration(coldNanos));
        }
        if (untilNextChoice <= 0) {
            untilNextChoice = Math.max(1, gaps.total() / growthDivisor);
            chosen = choose(gaps, coldNanos);
        }
        return chosen;
    }
}
