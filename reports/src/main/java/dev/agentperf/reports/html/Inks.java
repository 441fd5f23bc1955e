package dev.agentperf.reports.html;

import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Target.Verdict;
import java.util.List;
import java.util.Map;

/**
 * The colours of the charts: told apart by the colour-blind (after Okabe and Ito), at least 3:1 against the page, and
 * never the only difference: dashes, shapes and words say the same.
 */
final class Inks {
    static final Svg.Ink TEXT = Svg.Ink.of("ink-text", "#1f2328");
    static final Svg.Ink MUTED = Svg.Ink.of("ink-muted", "#59636e");
    static final Svg.Ink GRID = Svg.Ink.of("ink-grid", "#d9dee3");
    static final Svg.Ink AXIS = Svg.Ink.of("ink-axis", "#818b98");
    static final Svg.Ink TRACK = Svg.Ink.of("ink-track", "#e4e8ec");
    static final Svg.Ink TARGET = new Svg.Ink("ink-target", "#59636e", 1.25, "3 3");
    static final Svg.Ink LIMIT = new Svg.Ink("ink-limit", "#1f2328", 2, "");
    static final Svg.Ink BAR = Svg.Ink.of("ink-bar", "#7da7cf");
    static final Svg.Ink WHISKER = new Svg.Ink("ink-whisker", "#1f2328", 1.25, "");
    static final Svg.Ink POLICY = Svg.Ink.of("ink-cold", "#0063a8");
    static final Svg.Ink BOUND = Svg.Ink.of("ink-warm-live", "#b84300");
    static final Svg.Ink FRONT = new Svg.Ink("ink-cold", "#0063a8", 1.25, "2 3");

    static final Svg.Ink STOCK = new Svg.Ink("ink-cold", "#0063a8", 1.5, "");
    static final Svg.Ink STOCK_AREA = new Svg.Ink("ink-stock-area", "#0063a8", 0.25, "");
    static final Svg.Ink DEMAND = new Svg.Ink("ink-warm-live", "#b84300", 1.25, "5 2");
    static final Svg.Ink DEMAND_AREA = new Svg.Ink("ink-demand-area", "#b84300", 0.2, "");
    static final Svg.Ink COLD_AREA = new Svg.Ink("ink-text", "#1f2328", 0.85, "");

    private static final Map<String, Svg.Ink> PATHS = Map.of(
            StartPath.COLD, new Svg.Ink("ink-cold", "#0063a8", 2, ""),
            StartPath.WARM_LIVE, new Svg.Ink("ink-warm-live", "#b84300", 2.25, ""),
            StartPath.WARM_PAUSED, new Svg.Ink("ink-warm-paused", "#8a6100", 2, "7 3"),
            StartPath.EXEC, new Svg.Ink("ink-exec", "#8a3f78", 2, "2 3"));
    private static final Svg.Ink OTHER = new Svg.Ink("ink-other", "#59636e", 2, "8 3 2 3");

    private static final List<Svg.Ink> SERIES =
            List.of(path(StartPath.COLD), path(StartPath.WARM_LIVE), path(StartPath.WARM_PAUSED), path(StartPath.EXEC));

    private Inks() {}

    static Svg.Ink path(String name) {
        return PATHS.getOrDefault(name, OTHER);
    }

    /** Returns the ink of the n-th of a few lines that have no names of their own. */
    static Svg.Ink series(int number) {
        return number < SERIES.size() ? SERIES.get(number) : OTHER;
    }

    static Svg.Ink verdict(Verdict verdict) {
        return switch (verdict) {
            case MET -> Svg.Ink.of("ink-met", "#0063a8");
            case MISSED -> Svg.Ink.of("ink-missed", "#b84300");
            case NOT_MEASURED -> MUTED;
        };
    }
}
