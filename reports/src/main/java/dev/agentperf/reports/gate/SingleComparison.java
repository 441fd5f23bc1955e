package dev.agentperf.reports.gate;

import dev.agentperf.reports.gate.stats.Estimate;
import dev.agentperf.reports.gate.stats.PairedBootstrap.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparisons of results that have one run a side. Stateless and thread-safe. */
public final class SingleComparison {
    /** The error of a side's range: two such ranges that do not touch are further apart than 1 %. */
    public static final double ALPHA = 0.01;

    private static final String ONE_RUN = "One run a side: what changed on the machine in between looks like the code.";

    private SingleComparison() {}

    /** Compares figures without noise: any difference beyond the band is real. */
    public static Comparison exact(Subject subject, Metric metric, double base, double head, List<String> notes) {
        if (!Double.isFinite(base) || !Double.isFinite(head)) {
            return Comparison.undecided(
                    subject, metric, Method.EXACT, List.of(base), List.of(head), "A figure is not a number.");
        }
        Estimate estimate = base > 0 && head > 0 ? certain(head / base) : null;
        return comparison(
                subject, metric, Method.EXACT, base, head, estimate, 0.0, exactVerdict(metric, base, head), notes);
    }

    /** Compares figures that each have a range, both of about the same error. */
    public static Comparison ranged(
            Subject subject, Metric metric, double base, double head, Interval bases, Interval heads) {
        if (!(bases.low() > 0 && heads.low() > 0)) {
            return Comparison.undecided(
                    subject, metric, Method.RANGE, List.of(base), List.of(head), "A figure may be 0.");
        }
        if (Double.isInfinite(bases.high()) || Double.isInfinite(heads.high())) {
            return Comparison.undecided(
                    subject, metric, Method.RANGE, List.of(base), List.of(head), "Too few observations to bound it.");
        }
        Estimate estimate = ratio(base, head, bases, heads);
        double detectable = (bases.high() / bases.low()) * (heads.high() / heads.low()) - 1;
        return comparison(
                subject,
                metric,
                Method.RANGE,
                base,
                head,
                estimate,
                detectable,
                Verdict.of(estimate, metric),
                List.of(ONE_RUN));
    }

    private static Verdict exactVerdict(Metric metric, double base, double head) {
        double worse = metric.better() == Direction.SMALLER ? head - base : base - head;
        double tolerance = metric.band() * Math.abs(base);
        if (worse > tolerance) {
            return Verdict.REGRESSED;
        }
        return worse < -tolerance ? Verdict.IMPROVED : Verdict.EQUIVALENT;
    }

    private static Estimate certain(double ratio) {
        return new Estimate(ratio, ratio, ratio, 0, ratio == 1 ? 1 : 0);
    }

    private static Estimate ratio(double base, double head, Interval bases, Interval heads) {
        double low = Math.min(head / base, heads.low() / bases.high());
        double high = Math.max(head / base, heads.high() / bases.low());
        return new Estimate(head / base, low, high, ALPHA, low > 1 || high < 1 ? ALPHA : 1);
    }

    private static Comparison comparison(
            Subject subject,
            Metric metric,
            Method method,
            double base,
            double head,
            @Nullable Estimate estimate,
            double detectable,
            Verdict verdict,
            List<String> notes) {
        return new Comparison(
                subject,
                metric,
                method,
                List.of(base),
                List.of(head),
                estimate,
                null,
                detectable,
                verdict,
                null,
                null,
                notes);
    }
}
