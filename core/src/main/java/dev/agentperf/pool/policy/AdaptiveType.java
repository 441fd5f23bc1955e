package dev.agentperf.pool.policy;

/** {@link Adaptive} for one type. */
final class AdaptiveType implements TypePolicy {
    private static final int LEAST_GAPS = 5;
    private static final int GROWTH_DIVISOR = 16;
    private static final int PARTS_LOG2 = 5;
    private static final int MOST = 4096;

    private final Price price;
    private final ContainerCosts costs;
    private final IdleStack idle = new IdleStack();
    private final GapHistogram gaps = new GapHistogram(PARTS_LOG2);
    private double untilNextChoice = LEAST_GAPS;
    private IdlePlan chosen = IdlePlan.NONE;

    AdaptiveType(Price price, ContainerCosts costs) {
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
        if (gap == IdleStack.NONE) {
            return;
        }
        gaps.add(gap);
        untilNextChoice--;
        if (gaps.total() >= MOST) {
            gaps.fade();
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
        if (untilNextChoice <= 0) {
            untilNextChoice = Math.max(1, gaps.total() / GROWTH_DIVISOR);
            chosen = new CheapestPlan(gaps, price.breakEvenNanos(costs), leadNanos()).plan();
        }
        return chosen;
    }

    /* A gap begins when a container is back. One that has to be made is back a cold start after its order, and so is a pre-warmed one. */
    private long leadNanos() {
        return costs.isReused() ? costs.coldStartNanos() : 0;
    }
}
