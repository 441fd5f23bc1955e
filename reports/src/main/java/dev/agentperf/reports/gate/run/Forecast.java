package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.stats.Detectable;
import dev.agentperf.reports.gate.stats.Logs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan can detect, before it starts: the minimum detectable effect of CPU time for each benchmark.
 *
 * @param benchmarks how many the budget holds the pairs of that a verdict needs; the others are not measured
 * @param pairs about how many pairs of each benchmark the budget holds
 * @param seconds about how long the search takes, if nothing is decided early
 * @param effects the smallest change that is found four times in five, a share, in the order of the benchmarks
 * @param measured whether a calibration told the spread; else it is assumed
 */
public record Forecast(int benchmarks, int pairs, double seconds, List<Effect> effects, boolean measured) {
    /** What interleaved pairs showed on a shared machine with two cores, for code that does not allocate. */
    private static final double ASSUMED_DEVIATION = 0.02;

    private static final int FEWEST = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Copies the effects. */
    public Forecast {
        effects = List.copyOf(effects);
    }

    /** Returns the forecast of a plan over those benchmarks. */
    public static Forecast of(
            GatePlan plan, ForkShape shape, List<Subject> subjects, Optional<GateReport> calibration) {
        int benchmarks = Math.min(subjects.size(), Draw.most(plan, shape));
        double pairSeconds = 2 * shape.forkSeconds() * Math.max(1, benchmarks);
        double budget = plan.budget().toNanos() / NANOS_PER_SECOND;
        int pairs = (int) Math.max(FEWEST, Math.min(plan.spending().maxPairs(), Math.floor(budget / pairSeconds)));
        double alpha = plan.spending().alphaAt(pairs);
        Map<Subject, Double> deviations = deviations(calibration);
        return new Forecast(
                benchmarks,
                pairs,
                pairs * pairSeconds,
                subjects.stream()
                        .map(subject -> new Effect(
                                subject,
                                Detectable.effect(deviations.getOrDefault(subject, ASSUMED_DEVIATION), pairs, alpha)))
                        .toList(),
                deviations.keySet().containsAll(subjects));
    }

    /** Returns the smallest effect that is found in every benchmark; 0 where there is none. */
    public double worst() {
        return effects.stream().mapToDouble(Effect::share).max().orElse(0);
    }

    private static Map<Subject, Double> deviations(Optional<GateReport> calibration) {
        Map<Subject, Double> deviations = new HashMap<>();
        calibration.stream()
                .flatMap(report -> report.comparisons().stream())
                .filter(one -> one.metric().name().equals(Metric.CPU.name()) && one.detectable() != null)
                .forEach(one -> deviations.put(one.subject(), deviation(one)));
        return deviations;
    }

    private static double deviation(Comparison one) {
        return Logs.deviation(one.logRatios());
    }

    /**
     * What is found of one benchmark.
     *
     * @param subject the benchmark
     * @param share the smallest change that is found four times in five
     */
    public record Effect(Subject subject, double share) {}
}
