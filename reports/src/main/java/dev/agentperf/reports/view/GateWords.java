package dev.agentperf.reports.view;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Method;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.Estimate;
import dev.agentperf.reports.model.Target;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a gate says, in words: every output says it with these. Stateless and thread-safe. */
public final class GateWords {
    private static final double NANOS_PER_MS = 1e6;
    /** Changes by more than this share are all as good as without bounds. */
    private static final double BEYOND = 10;

    private GateWords() {}

    /**
     * Returns what it all came to, one sentence or two. "No regression" is said only where one as large as the band
     * would have been seen.
     */
    public static String answer(GateReport report) {
        return switch (report.outcome()) {
            case BENCHMARK_FAILED ->
                "A benchmark failed: "
                        + report.unjudged().stream()
                                .filter(one -> one.reason() == Unjudged.Reason.FAILED)
                                .map(one -> one.subject().shortName())
                                .collect(Collectors.joining(", "))
                        + ".";
            case REGRESSED -> regressed(report);
            case NOTHING_COMPARED -> "Nothing was compared: base and head have no result in common.";
            case INCONCLUSIVE -> quiet(report, "Undecided: " + undecided(report) + ".");
            case PASSED -> quiet(report, "All " + compared(report) + " decided.");
        };
    }

    /** Returns a verdict as people read it, with a sign that needs no colour. */
    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case REGRESSED -> "\u25b2 regressed";
            case IMPROVED -> "\u25bc improved";
            case EQUIVALENT -> "\u2248 equivalent";
            case INCONCLUSIVE -> "? inconclusive";
        };
    }

    /** Returns a change such as {@code +3.2 %}. */
    public static String change(double share) {
        if (!Double.isFinite(share)) {
            return Figures.NONE;
        }
        if (share > BEYOND) {
            return "> +1000 %";
        }
        double percent = share * 100;
        if (Math.abs(percent) < 0.005) {
            return "0 %";
        }
        String pattern = Math.abs(percent) < 9.995 ? "%+.2f %%" : Math.abs(percent) < 99.95 ? "%+.1f %%" : "%+.0f %%";
        return String.format(Locale.ROOT, pattern, percent);
    }

    /** Returns the change that was estimated; both figures where they are exact and have no ratio, else a dash. */
    public static String change(Comparison one) {
        Estimate estimate = one.estimate();
        if (estimate != null) {
            return change(estimate.ratio() - 1);
        }
        return one.method() == Method.EXACT && one.verdict() != Verdict.INCONCLUSIVE
                ? Figures.number(one.base().get(0)) + " to "
                        + Figures.number(one.head().get(0))
                : Figures.NONE;
    }

    /** Returns the interval of the change. */
    public static String interval(Comparison one) {
        Estimate estimate = one.estimate();
        return estimate == null || one.method() == Method.EXACT
                ? Figures.NONE
                : change(estimate.low() - 1) + " to " + change(estimate.high() - 1);
    }

    /** Returns the smallest change that would have been seen. */
    public static String detectable(Comparison one) {
        return one.method() == Method.EXACT ? "any" : share(one.detectable());
    }

    /** Returns a share as a percentage; a dash for none. */
    public static String share(@Nullable Double share) {
        if (share == null || !Double.isFinite(share)) {
            return Figures.NONE;
        }
        return share > BEYOND ? "> 1000 %" : Figures.number(share * 100) + " %";
    }

    /** Returns the median of forks with its unit. */
    public static String figure(double value, Comparison one) {
        if (!Double.isFinite(value)) {
            return Figures.NONE;
        }
        String unit = one.metric().unit();
        return switch (unit) {
            case "ns/op" -> Figures.millis(value / NANOS_PER_MS);
            case Target.MS -> Figures.millis(value);
            case Target.RATIO -> Figures.percent(value);
            default -> Figures.number(value) + " " + unit;
        };
    }

    /** Returns which way of a metric is bad. */
    public static String bad(Comparison one) {
        return one.metric().better() == Direction.SMALLER ? "more" : "less";
    }

    private static String regressed(GateReport report) {
        long confirmed = report.comparisons().stream()
                .filter(one -> one.isAlarm() && one.confirmation() != null)
                .count();
        String what = Figures.count(report.count(Verdict.REGRESSED), "comparison") + " regressed"
                + (confirmed > 0 ? ", confirmed by fresh pairs" : "");
        return what + ": "
                + report.worst(3).stream()
                        .filter(Comparison::isAlarm)
                        .map(one ->
                                one.subject().shortName() + " " + one.metric().name() + " " + change(one))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String quiet(GateReport report, String decided) {
        String rest = decided + unmeasured(report);
        if (!report.isBlind()) {
            return "No regression. " + rest;
        }
        double worst = report.comparisons().stream()
                .filter(Comparison::isBlind)
                .mapToDouble(GateWords::unseen)
                .max()
                .orElse(0);
        String unseen = Double.isFinite(worst) ? "a change of " + share(worst) : "any change";
        return "Nothing alarmed, but where the noise is worst " + unseen + " could pass unseen. " + rest;
    }

    static double unseen(Comparison one) {
        Double detectable = one.detectable();
        return detectable == null ? Double.POSITIVE_INFINITY : detectable;
    }

    private static String unmeasured(GateReport report) {
        long none = report.count(Unjudged.Reason.NO_TIME);
        return none == 0 ? "" : " Not measured for want of time: " + Figures.count(none, "benchmark") + ".";
    }

    private static String undecided(GateReport report) {
        return report.count(Verdict.INCONCLUSIVE) + " of " + compared(report);
    }

    private static String compared(GateReport report) {
        return Figures.count(report.comparisons().size(), "comparison");
    }
}
