package dev.agentperf.pool.policy;

/** {@link Adaptive} for one type. */
final class AdaptiveType extends GapLearner {
    private final LearnedPlan all = new LearnedPlan();
    private final UseLevels levels = new UseLevels();

    AdaptiveType(Price price, ContainerCosts costs) {
        super(price, costs);
    }

    @Override
    void learn(long gapNanos, int inUse) {
        all.add(gapNanos);
        levels.at(inUse).add(gapNanos);
    }

    @Override
    IdlePlan next(int inUse) {
        LearnedPlan level = levels.at(inUse);
        LearnedPlan learned = level.isVague() ? all : level;
        return learned.isVague() ? breakEven() : learned.plan(coldNanos(), startNanos());
    }
}
