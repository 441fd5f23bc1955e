package dev.agentperf.pool.policy;

import java.time.Duration;

/** {@link Adaptive} for one type. */
final class AdaptiveType extends GapLearner {
    private final UseKind kinds = new UseKind();
    private final GapKinds gaps = GapKinds.all();
    private final Reserve reserve = new Reserve();

    AdaptiveType(Price price, ContainerCosts costs) {
        super(price, costs);
    }

    @Override
    public boolean needsReserve() {
        return isPriced() && reserve.isWorthMaking();
    }

    @Override
    public Duration reserveTime() {
        return Reserve.time(coldNanos());
    }

    @Override
    void grew(long nowNanos) {
        reserve.grew(nowNanos, coldStartNanos(), coldNanos());
    }

    @Override
    void learn(long gapNanos, int kind) {
        reserve.served();
        gaps.learn(gapNanos, kind, breakEven(), coldNanos(), startNanos());
    }

    @Override
    void counted(long nowNanos) {
        kinds.claimed(nowNanos, coldNanos());
    }

    @Override
    int kindAt(long nowNanos, int inUse) {
        return kinds.at(nowNanos, coldNanos(), inUse);
    }

    @Override
    IdlePlan next(int kind) {
        return gaps.plan(kind, breakEven(), coldNanos(), startNanos());
    }
}
