package dev.agentperf.pool.policy;

/**
 * A policy that learns, from each gap between uses of a container, what should follow a use: before five gaps it is
 * {@link BreakEven}. It keeps no stock.
 */
abstract class GapLearner implements TypePolicy {
    static final int LEAST_GAPS = 5;

    private final Price price;
    private final ContainerCosts costs;
    private final IdleStack idle = new IdleStack();

    /* Stays 0 where containers serve once: each is replaced from its claim on, and how many are in use tells nothing. */
    private int inUse;

    GapLearner(Price price, ContainerCosts costs) {
        this.price = price;
        this.costs = costs;
    }

    /** Learns that a claim came for which no container would have been there, even if all had been kept. */
    void grew(long nowNanos) {}

    /** Learns that a container was idle for so long, and was claimed while {@code inUse} others were in use. */
    abstract void learn(long gapNanos, int inUse);

    /** Returns what follows a use after which {@code inUse} others go on. */
    abstract IdlePlan next(int inUse);

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
        if (gap == IdleStack.NONE) {
            grew(nowNanos);
        } else {
            learn(gap, inUse);
        }
        if (costs.isReused()) {
            inUse++;
        }
    }

    @Override
    public final IdlePlan replacement(long nowNanos) {
        idle.readyAt(nowNanos + costs.coldStartNanos());
        return next(inUse);
    }

    @Override
    public final IdlePlan released(long nowNanos) {
        if (!costs.isReused()) {
            return IdlePlan.NONE;
        }
        inUse = Math.max(0, inUse - 1);
        idle.released(nowNanos);
        return next(inUse);
    }

    @Override
    public final IdlePlan expected(long nowNanos, ExpectedClaim claim) {
        return new Anticipation(claim, (double) costs.coldStartNanos()).plan(coldNanos());
    }

    /** Returns whether a cold start costs anything. */
    final boolean isPriced() {
        return price.gigabyteSeconds() > 0;
    }

    /** Returns the price of a cold start, as idle time of a container. */
    final double coldNanos() {
        return price.breakEvenNanos(costs);
    }

    /** Returns how long a container takes to start, in nanoseconds; 0 before the first. */
    final long coldStartNanos() {
        return costs.coldStartNanos();
    }

    /** Returns how long after the use a container can be ready at the earliest that has to be made. */
    final double startNanos() {
        // A gap begins when a container is back. Where each is new, it is back a cold start after its order.
        return costs.isReused() ? (double) costs.coldStartNanos() : 0;
    }

    final IdlePlan breakEven() {
        return IdlePlan.keep(Price.duration(coldNanos()));
    }
}
