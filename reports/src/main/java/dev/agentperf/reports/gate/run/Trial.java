package dev.agentperf.reports.gate.run;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.ForkPair;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.PairedComparison;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.AlphaSpending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One subject on its way to a verdict. Not thread-safe. */
final class Trial {
    /** A spread estimated from six pairs is easily half again too large: give up only on what is far out of reach. */
    private static final int OUT_OF_REACH = 2;

    private final Subject subject;
    private final List<ForkPair> pairs = new ArrayList<>();
    private final List<ForkPair> fresh = new ArrayList<>();
    private List<Comparison> verdicts = List.of();
    private @Nullable Unjudged unjudged;
    private boolean open = true;

    Trial(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    boolean isOpen() {
        return open && unjudged == null;
    }

    Optional<Unjudged> unjudged() {
        return Optional.ofNullable(unjudged);
    }

    List<ForkPair> pairs() {
        return List.copyOf(pairs);
    }

    List<ForkPair> fresh() {
        return List.copyOf(fresh);
    }

    List<Comparison> verdicts() {
        return verdicts;
    }

    void verdicts(List<Comparison> corrected) {
        verdicts = List.copyOf(corrected);
    }

    void add(Phase phase, Fork base, Fork head) {
        String differences = base.differences(head);
        if (!differences.isEmpty()) {
            drop(Unjudged.Reason.CHANGED, "Base and head do not measure the same: " + differences + ".");
            return;
        }
        (phase == Phase.SEARCH ? pairs : fresh).add(new ForkPair(base, head));
    }

    void drop(Unjudged.Reason reason, String message) {
        unjudged = new Unjudged(subject, reason, message);
    }

    /** Judges what is there, at the error that so many pairs may spend. */
    void judge(List<Metric> metrics, AlphaSpending spending) {
        double alpha = spending.alphaAt(pairs.size());
        verdicts = metrics.stream()
                .filter(this::isMeasured)
                .map(metric -> new PairedComparison(subject, metric, pairs).judge(spending, alpha))
                .toList();
    }

    /* A profiler that a fork's JMH does not have gives nothing to judge; wall time is always there, or missed. */
    private boolean isMeasured(Metric metric) {
        return metric.name().equals(Metric.WALL.name())
                || pairs.stream()
                        .anyMatch(pair ->
                                pair.base().of(metric).length > 0 || pair.head().of(metric).length > 0);
    }

    /** Closes the trial where more pairs would change nothing: an alarm, or nothing left that they could decide. */
    void settle(AlphaSpending spending) {
        boolean alarm = verdicts.stream().anyMatch(Comparison::isAlarm);
        open = !alarm
                && verdicts.stream()
                        .filter(comparison -> comparison.verdict() == Verdict.INCONCLUSIVE)
                        .anyMatch(comparison -> isInReach(comparison.metric(), spending));
    }

    boolean isAlarmed() {
        return unjudged == null && verdicts.stream().anyMatch(Comparison::isAlarm);
    }

    /** Returns whether the fresh pairs bear out every alarm, at the error that so many of them may spend. */
    boolean isConfirmed(AlphaSpending spending) {
        return alarms().allMatch(alarm -> confirmation(alarm, spending).confirmed());
    }

    /** Puts what the fresh pairs said to the alarms. */
    void confirm(AlphaSpending spending) {
        if (fresh.size() >= 2 && isAlarmed()) {
            verdicts = verdicts.stream()
                    .map(one -> one.isAlarm() ? one.confirmed(confirmation(one, spending)) : one)
                    .toList();
        }
    }

    private Stream<Comparison> alarms() {
        return verdicts.stream().filter(Comparison::isAlarm);
    }

    private Comparison.Confirmation confirmation(Comparison alarm, AlphaSpending spending) {
        return new PairedComparison(subject, alarm.metric(), fresh).confirm(spending.alphaAt(fresh.size()));
    }

    private boolean isInReach(Metric metric, AlphaSpending spending) {
        int needed = new PairedComparison(subject, metric, pairs).needed(spending);
        return needed > 0 && needed <= OUT_OF_REACH * spending.maxPairs();
    }
}
