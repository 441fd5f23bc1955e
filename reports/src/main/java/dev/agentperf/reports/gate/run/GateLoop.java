package dev.agentperf.reports.gate.run;

import static java.util.Objects.requireNonNull;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Suite;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.stats.AlphaSpending;
import dev.agentperf.simulator.engine.RandomStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs pairs of forks until every benchmark is decided, out of reach, or out of time; then runs fresh pairs of those
 * that alarm.
 *
 * <p>Rounds go over all open benchmarks in random order, one pair of each a round, so that a slow hour of the machine
 * falls on all alike; the two forks of a pair are adjacent and their order is random. Time is counted in the forks' own
 * seconds, so that a resumed run decides as the uninterrupted one would have. Not thread-safe.
 */
public final class GateLoop {
    private static final double NANOS_PER_SECOND = 1e9;

    /** What forks may take of the budget: finding the benchmarks, judging and writing take the rest. */
    private static final double FORKS = 0.98;

    private final GatePlan plan;
    private final ForkRunner runner;
    private final GateListener listener;
    private final RandomStreams random;
    private final List<Trial> trials = new ArrayList<>();
    private double spentSeconds;
    private int forks;
    private boolean outOfTime;

    private GateLoop(GatePlan plan, ForkRunner runner, GateListener listener) {
        this.plan = requireNonNull(plan, "plan");
        this.runner = requireNonNull(runner, "runner");
        this.listener = requireNonNull(listener, "listener");
        this.random = new RandomStreams(plan.seed());
    }

    /**
     * Runs the gate.
     *
     * @param subjects what both builds have, each once
     * @throws InterruptedException if the caller was interrupted
     */
    public static GateOutcome run(GatePlan plan, List<Subject> subjects, ForkRunner runner, GateListener listener)
            throws InterruptedException {
        GateLoop loop = new GateLoop(plan, runner, listener);
        subjects.forEach(subject -> loop.trials.add(new Trial(subject)));
        loop.search();
        loop.confirm();
        return loop.outcome();
    }

    private void search() throws InterruptedException {
        for (AlphaSpending.Look look : plan.spending().looks()) {
            for (int pair = done() + 1; pair <= look.pairs() && !outOfTime; pair++) {
                round(Phase.SEARCH, pair, trials.stream().filter(Trial::isOpen).toList());
            }
            judge();
            if (outOfTime || trials.stream().noneMatch(Trial::isOpen)) {
                return;
            }
        }
    }

    private int done() {
        return trials.stream().mapToInt(trial -> trial.pairs().size()).max().orElse(0);
    }

    private void round(Phase phase, int pair, List<Trial> some) throws InterruptedException {
        for (Trial trial : shuffled(some, phase, pair)) {
            if (phase == Phase.SEARCH && isOutOfTime(pair)) {
                outOfTime = true;
                return;
            }
            run(phase, pair, trial);
        }
    }

    private void run(Phase phase, int pair, Trial trial) throws InterruptedException {
        String name = phase + "/" + pair + "/" + trial.subject().id();
        boolean baseFirst = random.stream("order/" + name).nextBoolean();
        ForkTask base = new ForkTask(phase, trial.subject(), pair, Side.BASE);
        ForkTask head = new ForkTask(phase, trial.subject(), pair, Side.HEAD);
        try {
            Fork first = fork(baseFirst ? base : head);
            Fork second = fork(baseFirst ? head : base);
            trial.add(phase, baseFirst ? first : second, baseFirst ? second : first);
            listener.pairDone(baseFirst ? head : base, seconds(spentSeconds), seconds(left()));
        } catch (ForkFailedException failed) {
            trial.drop(Unjudged.Reason.FAILED, String.valueOf(failed.getMessage()));
            listener.note(String.valueOf(failed.getMessage()));
        }
    }

    private Fork fork(ForkTask task) throws InterruptedException {
        Fork fork = runner.run(task);
        spentSeconds += fork.seconds();
        forks++;
        return fork;
    }

    /* Two pairs always: without them there is nothing to say, and a budget that small deserves to hear it. */
    private boolean isOutOfTime(int pair) {
        return pair > 2 && spentSeconds + 2 * meanSeconds() > budgetSeconds();
    }

    private void judge() {
        trials.stream().filter(Trial::isOpen).forEach(trial -> trial.judge(plan.metrics(), plan.spending()));
        correct();
        trials.stream().filter(Trial::isOpen).forEach(trial -> trial.settle(plan.spending()));
    }

    private void correct() {
        List<Comparison> all =
                trials.stream().flatMap(trial -> trial.verdicts().stream()).toList();
        Map<Subject, List<Comparison>> bySubject = new HashMap<>();
        Suite.corrected(all)
                .forEach(comparison -> bySubject
                        .computeIfAbsent(comparison.subject(), subject -> new ArrayList<>())
                        .add(comparison));
        trials.forEach(trial -> trial.verdicts(bySubject.getOrDefault(trial.subject(), List.of())));
    }

    /* At the same looks as the search: what alarmed early may need more pairs to come again. */
    private void confirm() throws InterruptedException {
        List<Trial> waiting = trials.stream().filter(Trial::isAlarmed).toList();
        if (waiting.isEmpty()) {
            return;
        }
        listener.note("alarms to confirm with fresh pairs: " + waiting.size());
        AlphaSpending spending = plan.spending().spending(plan.confirmAlpha());
        int pair = 1;
        for (AlphaSpending.Look look : spending.looks()) {
            for (; pair <= look.pairs(); pair++) {
                round(
                        Phase.CONFIRM,
                        pair,
                        waiting.stream().filter(Trial::isAlarmed).toList());
            }
            waiting = waiting.stream()
                    .filter(trial -> trial.isAlarmed() && !trial.isConfirmed(spending))
                    .toList();
        }
        trials.forEach(trial -> trial.confirm(spending));
    }

    private GateOutcome outcome() {
        trials.stream()
                .filter(trial -> trial.unjudged().isEmpty() && trial.pairs().size() < 2)
                .forEach(trial -> trial.drop(Unjudged.Reason.NO_TIME, "The budget ended before two pairs were run."));
        return new GateOutcome(
                trials.stream()
                        .filter(trial -> trial.unjudged().isEmpty())
                        .map(trial -> new GateOutcome.Measured(
                                trial.subject(), trial.verdicts(), trial.pairs(), trial.fresh()))
                        .toList(),
                trials.stream().flatMap(trial -> trial.unjudged().stream()).toList(),
                spentSeconds,
                outOfTime);
    }

    private List<Trial> shuffled(List<Trial> some, Phase phase, int pair) {
        Map<Trial, Long> keys = new HashMap<>();
        some.forEach(trial -> keys.put(
                trial,
                random.stream("round/" + phase + "/" + pair + "/"
                                + trial.subject().id())
                        .nextLong()));
        return some.stream().sorted(Comparator.comparing(keys::get)).toList();
    }

    /* At most: as if every open benchmark went to the last look. */
    private double left() {
        double pairs = trials.stream()
                .filter(Trial::isOpen)
                .mapToInt(trial -> plan.spending().maxPairs() - trial.pairs().size())
                .sum();
        return Math.min(Math.max(0, budgetSeconds() - spentSeconds), pairs * 2 * meanSeconds());
    }

    private double budgetSeconds() {
        return FORKS * plan.budget().toNanos() / NANOS_PER_SECOND;
    }

    private double meanSeconds() {
        return forks == 0 ? 0 : spentSeconds / forks;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
