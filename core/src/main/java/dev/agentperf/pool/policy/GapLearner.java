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

    /** Counts a claim, after what it teaches was learned. */
    void counted(long nowNanos) {}

    /** Returns the kind of a use that ends now, while {@code inUse} others go on; one kind of all by default. */
    int kindAt(long nowNanos, int inUse) {
        return 0;
    }

    /** Learns for how long a container was idle after a use of that kind. */
    abstract void learn(long gapNanos, int kind);

    /** Returns what follows a use of that kind. */
    abstract IdlePlan next(int kind);

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
            learn(gap, idle.kind());
        }
        counted(nowNanos);
        if (costs.isReused()) {
            inUse++;
        }
    }

    @Override
    public final IdlePlan replacement(long nowNanos) {
        int kind = kindAt(nowNanos, inUse);
        idle.readyAt(nowNanos + costs.coldStartNanos(), kind);
        return next(kind);
    }

    @Override
    public final IdlePlan released(long nowNanos) {
        if (!costs.isReused()) {
            return IdlePlan.NONE;
        }
        inUse = Math.max(0, inUse - 1);
        int kind = kindAt(nowNanos, inUse);
        idle.released(nowNanos, kind);
        return next(kind);
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
