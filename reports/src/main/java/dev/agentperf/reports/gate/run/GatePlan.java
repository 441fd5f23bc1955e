package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.stats.AlphaSpending;
import dev.agentperf.time.Durations;
import java.time.Duration;
import java.util.List;

/**
 * How a gate measures and judges.
 *
 * @param seed decides every order; stored with the result
 * @param metrics what is compared, at least one
 * @param spending when it looks
 * @param confirmAlpha the two-sided error of a confirmation
 * @param budget how long the search may take; a confirmation comes on top
 */
public record GatePlan(long seed, List<Metric> metrics, AlphaSpending spending, double confirmAlpha, Duration budget) {

    /** What a plan has where its user says nothing. */
    public static final Duration DEFAULT_BUDGET = Duration.ofMinutes(20);

    private static final double CONFIRM_ALPHA = 0.05;

    /** Validates that there is something to do and time to do it. */
    public GatePlan {
        metrics = List.copyOf(metrics);
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("metrics must not be empty");
        }
        if (budget.isNegative() || budget.isZero()) {
            throw new IllegalArgumentException("budget must be above 0, was " + Durations.format(budget));
        }
    }

    /** Returns the plan of the three metrics with their usual bands. */
    public static GatePlan of(long seed, Duration budget) {
        return new GatePlan(
                seed, List.of(Metric.CPU, Metric.ALLOC, Metric.WALL), AlphaSpending.STANDARD, CONFIRM_ALPHA, budget);
    }

    /** Returns the same with other metrics. */
    public GatePlan withMetrics(List<Metric> other) {
        return new GatePlan(seed, other, spending, confirmAlpha, budget);
    }

    /** Returns the same with at most so many pairs. */
    public GatePlan withMaxPairs(int pairs) {
        return new GatePlan(seed, metrics, spending.upTo(pairs), confirmAlpha, budget);
    }
}
