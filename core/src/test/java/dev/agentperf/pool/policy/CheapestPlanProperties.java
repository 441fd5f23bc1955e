package dev.agentperf.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No time to keep, and no window, would have cost less than the plan, but for the width of bins. */
final class CheapestPlanProperties {
    private static final double SECOND = 1e9;
    private static final double START = 2 * SECOND;

    @Property(tries = 500)
    void plan_costsHardlyMoreThanAnyOther(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 2_000) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 3_000) int coldSeconds,
            @ForAll @IntRange(max = 2_500) int from,
            @ForAll @IntRange(max = 2_500) int length) {
        GapHistogram gaps = new GapHistogram(5);
        seconds.forEach(gap -> gaps.add(gap * 1_000_000_000L));

        IdlePlan plan = new CheapestPlan(gaps, coldSeconds * SECOND, START).plan(1);

        double chosen = cost(
                seconds,
                coldSeconds,
                plan.prewarmAfter().isZero() ? 0 : (plan.prewarmAfter().toNanos() + START) / SECOND,
                plan.keep().toNanos() / SECOND);
        double windowFrom = from <= 2 ? 0 : from;
        double other = cost(seconds, coldSeconds, windowFrom, length);
        // A window is up to two bins wider on each side than what it is for, and a bin is 1/32 of its gap at most.
        int longest = seconds.stream().mapToInt(gap -> gap).max().orElseThrow();
        double bins = seconds.size() * 4 / 32.0 * longest * 1.1;
        assertThat(chosen).isLessThanOrEqualTo(other + bins);
    }

    @Property(tries = 500)
    void planThatOutlastsEveryGap_waitsForThePriceOfAColdStart(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 2_000) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 3_000) int coldSeconds) {
        GapHistogram gaps = new GapHistogram(5);
        seconds.forEach(gap -> gaps.add(gap * 1_000_000_000L));
        CheapestPlan cheapest = new CheapestPlan(gaps, coldSeconds * SECOND, START);
        IdlePlan known = cheapest.plan(1);
        double untilSeconds = end(known);
        int longest = seconds.stream().mapToInt(gap -> gap).max().orElseThrow();

        double furthest = end(cheapest.plan(Double.POSITIVE_INFINITY));
        double atMostTwice = end(cheapest.plan(2));

        if (untilSeconds < longest) {
            assertThat(furthest).isEqualTo(untilSeconds);
        } else {
            assertThat(furthest).isEqualTo(Math.max(untilSeconds, coldSeconds), within(1e-6));
        }
        assertThat(atMostTwice).isEqualTo(Math.min(furthest, 2 * untilSeconds), within(1e-6));
    }

    private static double end(IdlePlan plan) {
        double start = plan.prewarmAfter().isZero() ? 0 : START;
        return (plan.prewarmAfter().plus(plan.keep()).toNanos() + start) / SECOND;
    }

    private static double cost(List<Integer> gaps, double cold, double from, double length) {
        double cost = 0;
        for (int gap : gaps) {
            boolean served = gap >= from && gap < from + length;
            cost += served ? gap - from : cold + (from == 0 ? Math.min(gap, length) : length);
        }
        return cost;
    }
}
