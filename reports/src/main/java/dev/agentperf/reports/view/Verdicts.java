package dev.agentperf.reports.view;

import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Target.Verdict;
import dev.agentperf.reports.model.Targets;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Verdicts in words. What was not measured is said, and never looks like a success. */
public final class Verdicts {

    /** What every report answers. */
    public static final String QUESTION =
            "Do warm starts, tool look-ups, stats calls and resource limits meet their targets?";

    private static final int DIGITS = 3;
    private static final int MOST_DIGITS = 6;

    private Verdicts() {}

    /** Returns the answer to {@link #QUESTION}, in one sentence. */
    public static String answer(@Nullable Targets targets) {
        if (targets == null
                || targets.count(Verdict.NOT_MEASURED) == targets.targets().size()) {
            return "Unknown: no target was measured.";
        }
        int all = targets.targets().size();
        long missed = targets.count(Verdict.MISSED);
        long absent = targets.count(Verdict.NOT_MEASURED);
        String rest = absent == 0 ? "" : " and " + absent + (absent == 1 ? " was" : " were") + " not measured";
        if (missed > 0) {
            return "No: " + missed + " of " + all + " targets " + (missed == 1 ? "is" : "are") + " missed" + rest + ".";
        }
        return absent == 0
                ? "Yes: every target is met, " + all + " of " + all + "."
                : "So far: " + (all - absent) + " of " + all + " targets are met" + rest + ".";
    }

    /** Returns the answer's verdict: missed if any is, not measured if any is not, else met. */
    public static Verdict overall(@Nullable Targets targets) {
        if (targets == null || targets.targets().isEmpty()) {
            return Verdict.NOT_MEASURED;
        }
        if (targets.count(Verdict.MISSED) > 0) {
            return Verdict.MISSED;
        }
        return targets.count(Verdict.NOT_MEASURED) > 0 ? Verdict.NOT_MEASURED : Verdict.MET;
    }

    /** Returns the verdict as one or two words. */
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case MISSED -> "missed";
            case NOT_MEASURED -> "not measured";
        };
    }

    /** Returns a sign that tells the verdict without colour. */
    public static String glyph(Verdict verdict) {
        return switch (verdict) {
            case MET -> "\u2713";
            case MISSED -> "\u2715";
            case NOT_MEASURED -> "?";
        };
    }

    /** Returns what must hold, such as {@code at most 100 ms}. */
    public static String demand(Target target) {
        return (target.sense() == Target.Sense.AT_MOST ? "at most " : "at least ")
                + figure(target, target.target(), DIGITS);
    }

    /**
     * Returns the figure that was measured; with more than three digits where a missed target would else look met.
     *
     * @return a figure with its unit, or {@code not measured}
     */
    public static String measured(Target target) {
        Double measured = target.measured();
        if (measured == null) {
            return word(Verdict.NOT_MEASURED);
        }
        IntFunction<String> figure = digits -> figure(target, measured, digits);
        int digits = DIGITS;
        while (measured != target.target()
                && digits < MOST_DIGITS
                && figure.apply(digits).equals(figure(target, target.target(), digits))) {
            digits++;
        }
        return figure.apply(digits);
    }

    private static String figure(Target target, double value, int digits) {
        return switch (target.unit()) {
            case Target.MS -> Figures.millis(value, digits);
            case Target.RATIO -> Figures.percent(value, digits);
            default ->
                Figures.number(value, digits) + " " + Label.of(target.unit()).text();
        };
    }
}
