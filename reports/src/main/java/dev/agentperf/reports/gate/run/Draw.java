package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.PairedComparison;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.simulator.engine.RandomStreams;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which benchmarks a budget is spent on. A verdict takes six pairs: where the budget does not hold them for all, two or
 * three pairs of each would decide nothing, and some are drawn that get theirs, others with every seed.
 *
 * @param drawn those that are measured, in the order asked for
 * @param left the others
 */
record Draw(List<Subject> drawn, List<Unjudged> left) {
    /** Forks take longer than planned where others are at work. */
    private static final double RESERVE = 4 / 3.0;

    private static final double NANOS_PER_SECOND = 1e9;

    static Draw of(GatePlan plan, ForkShape shape, List<Subject> subjects) {
        RandomStreams random = new RandomStreams(plan.seed());
        Map<Subject, Long> keys = new HashMap<>();
        subjects.forEach(subject ->
                keys.put(subject, random.stream("draw/" + subject.id()).nextLong()));
        List<Subject> drawn = subjects.stream()
                .sorted(Comparator.comparing(keys::get))
                .limit(most(plan, shape))
                .toList();
        return new Draw(
                subjects.stream().filter(drawn::contains).toList(),
                subjects.stream()
                        .filter(subject -> !drawn.contains(subject))
                        .map(Draw::left)
                        .toList());
    }

    /** Returns how many benchmarks the budget holds the pairs of that a verdict needs, and a reserve; at least one. */
    static int most(GatePlan plan, ForkShape shape) {
        int pairs = Math.min(PairedComparison.FEWEST, plan.spending().maxPairs());
        double budget = plan.budget().toNanos() / NANOS_PER_SECOND;
        return (int) Math.max(1, budget / (RESERVE * 2 * pairs * shape.forkSeconds()));
    }

    private static Unjudged left(Subject subject) {
        return new Unjudged(subject, Unjudged.Reason.NO_TIME, "Not drawn: the budget does not hold six pairs of all.");
    }
}
