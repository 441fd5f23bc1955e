package dev.agentperf.pool.policy;

/**
 * The plan that would have cost least for the gaps of a histogram, in units of a container's idle time.
 *
 * <p>A window from f to t costs t - f for every gap outside it, whose container is never claimed, and a cold start; a
 * gap within costs what it waits. A window that begins at once is a time to keep, for which a gap costs no more than
 * itself. Not thread-safe.
 */
final class CheapestPlan {
    /* Times to keep lie half an octave apart: finer ones follow the gaps that happened to be, and serve the next ones worse. */
    private static final int KEEP_STEP = 16;

    private final GapHistogram gaps;
    private final double coldNanos;
    private final double startNanos;

    private double leastCost;
    private double fromNanos;
    private double toNanos;

    /**
     * Looks for the plan.
     *
     * @param coldNanos the price of a cold start, as idle time of a container
     * @param startNanos how long a container takes to start: no window can begin earlier
     */
    CheapestPlan(GapHistogram gaps, double coldNanos, double startNanos) {
        this.gaps = gaps;
        this.coldNanos = coldNanos;
        this.startNanos = startNanos;
        leastCost = gaps.total() * coldNanos;
        keep();
        windows();
    }

    private void keep() {
        double longer = gaps.total();
        double served = 0;
        for (int bin = gaps.first(); bin <= gaps.last(); bin++) {
            longer -= gaps.count(bin);
            served += gaps.sumNanos(bin);
            double until = gaps.fromNanos(bin + 1);
            if ((bin + 1) % KEEP_STEP == 0 || bin == gaps.last()) {
                consider(0, until, served + longer * (until + coldNanos));
            }
        }
    }

    private void windows() {
        double earlier = 0;
        for (int bin = gaps.first(); bin <= gaps.last() && earlier * coldNanos < leastCost; bin++) {
            double from = gaps.fromNanos(Math.max(0, bin - 1));
            if (gaps.count(bin) > 0 && from > startNanos) {
                windowsFrom(bin, from, earlier);
            }
            earlier += gaps.count(bin);
        }
    }

    private void windowsFrom(int first, double from, double earlier) {
        double missed = gaps.total();
        double served = 0;
        for (int bin = first; bin <= gaps.last(); bin++) {
            missed -= gaps.count(bin);
            served += gaps.sumNanos(bin) - gaps.count(bin) * from;
            double until = gaps.fromNanos(Math.min(gaps.bins(), bin + 2));
            if (gaps.count(bin) > 0) {
                consider(from, until, served + missed * (until - from + coldNanos));
            }
            if (served + earlier * coldNanos > leastCost) {
                return;
            }
        }
    }

    private void consider(double from, double until, double cost) {
        if (cost < leastCost) {
            leastCost = cost;
            fromNanos = from;
            toNanos = until;
        }
    }

    /**
     * Returns the plan. Where it outlasts every gap that was seen, the histogram says nothing of longer ones: then it
     * waits for them as {@link BreakEven} does.
     *
     * @param reach how many times as long as the longest gap it may wait at most; 1 or more
     */
    IdlePlan plan(double reach) {
        if (toNanos == 0) {
            return IdlePlan.NONE;
        }
        double until = toNanos < gaps.fromNanos(gaps.last() + 1)
                ? toNanos
                : Math.max(toNanos, Math.min(coldNanos, reach * toNanos));
        return fromNanos == 0
                ? IdlePlan.keep(Price.duration(until))
                : new IdlePlan(Price.duration(fromNanos - startNanos), Price.duration(until - fromNanos));
    }

    /**
     * Returns what a plan would have cost for one gap, in the units and with the numbers of the constructor. A claim
     * that comes before the window costs a cold start only: what follows it is decided anew.
     */
    static double cost(IdlePlan plan, long gapNanos, double coldNanos, double startNanos) {
        double from = plan.prewarmAfter().isZero() ? 0 : plan.prewarmAfter().toNanos() + startNanos;
        double keep = plan.keep().toNanos();
        if (gapNanos < from) {
            return coldNanos;
        }
        return gapNanos <= from + keep ? gapNanos - from : keep + coldNanos;
    }
}
