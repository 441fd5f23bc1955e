package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.agentperf.reports.gate.stats.Estimate;
import dev.agentperf.reports.gate.stats.Logs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one subject, compared.
 *
 * @param subject what was measured
 * @param metric the kind of figure, with the band that it was judged by
 * @param method how the sides were compared
 * @param base the figure of each fork of the base, in order; of one run where there are no forks
 * @param head the same of the head; the n-th belongs to the n-th of the base where the method is paired
 * @param estimate the ratio of head to base; null where the figures allow none
 * @param adjustedP the estimate's p-value, comparable across looks; null without an estimate
 * @param detectable the smallest change that would be called a regression four times in five, a share; null where that
 *     is not known
 * @param verdict what it came to
 * @param confirmation what fresh pairs said of an alarm; null where there was none, or it could not be tried
 * @param check other estimates of the same; null where there are none
 * @param notes what a reader must know, one sentence each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Comparison(
        Subject subject,
        Metric metric,
        Method method,
        List<Double> base,
        List<Double> head,
        @Nullable Estimate estimate,
        @Nullable Double adjustedP,
        @Nullable Double detectable,
        Verdict verdict,
        @Nullable Confirmation confirmation,
        @Nullable CrossCheck check,
        List<String> notes) {

    /** Copies the lists. */
    public Comparison {
        base = List.copyOf(base);
        head = List.copyOf(head);
        notes = List.copyOf(notes);
    }

    /** Returns a comparison that the figures did not allow. */
    public static Comparison undecided(
            Subject subject, Metric metric, Method method, List<Double> base, List<Double> head, String note) {
        return new Comparison(
                subject, metric, method, base, head, null, null, null, Verdict.INCONCLUSIVE, null, null, List.of(note));
    }

    /** Returns whether the alarm stands: a regression that was confirmed, or that needs no confirmation. */
    @JsonIgnore
    public boolean isAlarm() {
        return verdict == Verdict.REGRESSED;
    }

    /** Returns whether this comparison could have hidden a change that is larger than its band. */
    @JsonIgnore
    public boolean isBlind() {
        return method != Method.EXACT && (detectable == null || detectable > metric.band());
    }

    /** Returns the growth of cost as a share, whichever way of the metric is good; 0 without an estimate. */
    @JsonIgnore
    public double worsening() {
        if (estimate == null) {
            return 0;
        }
        return (metric.better() == Direction.SMALLER ? estimate.ratio() : 1 / estimate.ratio()) - 1;
    }

    /** Returns {@code ln(head / base)} of each pair; only where the method is paired and there is an estimate. */
    public double[] logRatios() {
        return Logs.ratios(array(base), array(head));
    }

    /** Returns the same with another verdict and one more note. */
    Comparison judged(Verdict other, String note) {
        return with(other, confirmation, check, noting(note));
    }

    /** Returns the same with what fresh pairs said; an alarm that they do not bear out is none. */
    public Comparison confirmed(Confirmation other) {
        return other.confirmed()
                ? with(verdict, other, check, notes)
                : with(
                        Verdict.INCONCLUSIVE,
                        other,
                        check,
                        noting("An alarm that " + other.pairs() + " fresh pairs did not confirm."));
    }

    /** Returns the same with other estimates beside. */
    public Comparison checked(CrossCheck other) {
        return with(verdict, confirmation, other, notes);
    }

    /** Returns the same with one more note. */
    public Comparison noted(String note) {
        return judged(verdict, note);
    }

    private Comparison with(
            Verdict other, @Nullable Confirmation said, @Nullable CrossCheck beside, List<String> known) {
        return new Comparison(
                subject, metric, method, base, head, estimate, adjustedP, detectable, other, said, beside, known);
    }

    private List<String> noting(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return all;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * What fresh pairs said of an alarm.
     *
     * @param pairs how many
     * @param estimate the ratio of head to base in them alone
     * @param confirmed whether the interval excludes no change on the bad side, in them alone
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Confirmation(int pairs, Estimate estimate, boolean confirmed) {}

    /**
     * Estimates of the same ratio by other means.
     *
     * @param bootstrapLow the lower end of the hierarchical bootstrap's interval, with the estimate's error
     * @param bootstrapHigh its upper end
     * @param hodgesLehmann the median of the means of all two pairs
     * @param wilcoxonP the p-value of Wilcoxon's signed ranks
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CrossCheck(double bootstrapLow, double bootstrapHigh, double hodgesLehmann, double wilcoxonP) {}
}
