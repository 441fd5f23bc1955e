package dev.agentperf.reports.view;

import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Target.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the pool under load, as text.
 *
 * @param name what it is
 * @param measured the figure with its unit
 * @param spread its ends, with their unit
 * @param n how many observations stand behind it
 * @param demand what it should be; a dash where nobody said
 * @param verdict how it compares; null where there is no demand
 * @param published what others have published; a dash where nothing is known
 */
public record PoolRow(
        String name,
        String measured,
        String spread,
        String n,
        String demand,
        @Nullable Verdict verdict,
        String published) {

    /** Returns one row a figure. */
    public static List<PoolRow> of(PoolLoad load) {
        return load.figures().stream().map(PoolRow::row).toList();
    }

    private static PoolRow row(PoolFigure figure) {
        Target target = figure.target();
        boolean none = figure.n() == 0;
        return new PoolRow(
                figure.name(),
                none
                        ? Verdicts.word(Verdict.NOT_MEASURED)
                        : target == null ? text(figure, figure.measured()) : Verdicts.measured(target),
                spread(figure),
                Figures.count(figure.n()),
                target == null ? Figures.NONE : Verdicts.demand(target),
                target == null ? null : target.verdict(),
                figure.published() == null ? Figures.NONE : figure.published());
    }

    /** Returns the ends of a figure's spread; a dash where nothing was observed. */
    static String spread(PoolFigure figure) {
        if (figure.n() == 0) {
            return Figures.NONE;
        }
        Double high = figure.high();
        return text(figure, figure.low()) + (high == null ? " or more" : " to " + text(figure, high));
    }

    private static String text(PoolFigure figure, double value) {
        return switch (figure.unit()) {
            case Target.MS -> Figures.millis(value);
            case Target.RATIO -> Figures.percent(value);
            default -> Figures.number(value) + " " + Label.of(figure.unit()).text();
        };
    }

    /** Returns how the load was made and what became of its claims, in one sentence each. */
    public static List<String> story(PoolLoad load) {
        List<String> sentences = new ArrayList<>();
        sentences.add(load.regime() + ".");
        if (load.claims() > 0) {
            sentences.add(Figures.count(load.claims(), "claim") + ": " + Figures.count(load.warm()) + " warm, "
                    + Figures.count(load.cold()) + " cold, " + Figures.count(load.late()) + " late, "
                    + Figures.count(load.failed()) + " failed.");
        }
        if (load.limitedBy() != null) {
            sentences.add("Limited by " + load.limitedBy() + ".");
        }
        return sentences;
    }
}
