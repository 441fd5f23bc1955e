package dev.agentperf.pool.policy;

import dev.agentperf.pool.policy.UseLevels.Level;
import java.time.Duration;

/** {@link Adaptive} for one type. */
final class AdaptiveType extends GapLearner {
    /* What a level is thought to gain before its own gaps tell: as much as the type's levels have, for so many gaps. */
    private static final double PRIOR_GAPS = 5;

    private final LearnedPlan all = new LearnedPlan(Double.POSITIVE_INFINITY);
    private final UseLevels levels = new UseLevels();
    private final Advantage ofLevels = new Advantage();
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
    void learn(long gapNanos, int inUse) {
        reserve.served();
        Level level = levels.at(inUse);
        double less = costOf(planOfAll(), gapNanos) - costOf(planOf(level), gapNanos);
        level.advantage.add(less);
        ofLevels.add(less);
        all.add(gapNanos);
        level.own.add(gapNanos);
    }

    private double costOf(IdlePlan plan, long gapNanos) {
        return CheapestPlan.cost(plan, gapNanos, coldNanos(), startNanos());
    }

    @Override
    IdlePlan next(int inUse) {
        Level level = levels.at(inUse);
        double advantage = level.advantage.sum() + PRIOR_GAPS * ofLevels.mean();
        return advantage >= 0 ? planOf(level) : planOfAll();
    }

    private IdlePlan planOf(Level level) {
        return level.own.isVague() ? planOfAll() : level.own.plan(coldNanos(), startNanos());
    }

    private IdlePlan planOfAll() {
        return all.isVague() ? breakEven() : all.plan(coldNanos(), startNanos());
    }
}
