package dev.agentperf.pool.policy;

/** {@link Hazard} for one type. */
final class HazardType extends GapLearner {
    private static final int GROWTH_DIVISOR = 32;

    private final GapHistogram gaps = new GapHistogram(1);
    private double untilNextChoice = LEAST_GAPS;
    private IdlePlan chosen = IdlePlan.NONE;

    HazardType(Price price, ContainerCosts costs) {
        super(price, costs);
    }

    @Override
    void learn(long gapNanos, int kind) {
        gaps.add(gapNanos);
        untilNextChoice--;
    }

    @Override
    IdlePlan next(int kind) {
        if (gaps.total() < LEAST_GAPS) {
            return breakEven();
        }
        if (untilNextChoice <= 0) {
            untilNextChoice = Math.max(1, gaps.total() / GROWTH_DIVISOR);
            chosen = IdlePlan.keep(Price.duration(cheapestNanos(coldNanos())));
        }
        return chosen;
    }

    /* The time to keep that would have cost least, where a cold start costs as much as that much idle time. */
    private double cheapestNanos(double coldNanos) {
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
        return best;
    }
}
