package dev.agentperf.pool.policy;

/** The plan that would have cost least for the gaps of one kind. Not thread-safe. */
final class LearnedPlan {
    /* Chosen anew when the gaps are a sixteenth more. */
    private static final int GROWTH_DIVISOR = 16;
    private static final int PARTS_LOG2 = 5;

    /* From so many on, all that came before count half. */
    private static final int MOST = 1 << 14;

    private final double reach;
    private final GapHistogram gaps = new GapHistogram(PARTS_LOG2);
    private double untilNextChoice = GapLearner.LEAST_GAPS;
    private IdlePlan chosen = IdlePlan.NONE;

    /** Creates the plan, which waits for at most {@code reach} times the longest gap where no gap was longer. */
    LearnedPlan(double reach) {
        this.reach = reach;
    }

    void add(long gapNanos) {
        gaps.add(gapNanos);
        untilNextChoice--;
        if (gaps.total() >= MOST) {
            gaps.fade();
        }
    }

    /** Returns whether there are too few gaps to learn from. */
    boolean isVague() {
        return gaps.total() < GapLearner.LEAST_GAPS;
    }

    /** Returns the plan; the numbers are those of {@link CheapestPlan}. Only where this is not vague. */
    IdlePlan plan(double coldNanos, double startNanos) {
        if (untilNextChoice <= 0) {
            untilNextChoice = Math.max(1, gaps.total() / GROWTH_DIVISOR);
            chosen = new CheapestPlan(gaps, coldNanos, startNanos).plan(reach);
        }
        return chosen;
    }
}
