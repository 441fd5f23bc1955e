package dev.agentperf.reports.html;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Method;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.Estimate;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.GateWords;
import dev.agentperf.reports.view.Label;
import gg.jte.Content;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The changes on one axis: a row each with its indifference band, its interval, its estimate, and a dot for every pair
 * of forks. To the right is more.
 */
final class ForestPlot {
    private static final int MOST_ROWS = 60;
    private static final double WIDTH = 960;
    private static final double LEFT = 330;
    private static final double RIGHT = 840;
    private static final int LONGEST_NAME = 48;
    private static final double TOP = 28;
    private static final double ROW = 24;
    private static final double LEAST_SPAN = Math.log(1.1);
    private static final double MOST_SPAN = Math.log(2);
    private static final double ROOM = 1.1;
    private static final List<Double> STEPS = List.of(0.02, 0.05, 0.1, 0.2, 0.5);

    private final List<Comparison> rows;
    private final Axis axis;
    private final Svg svg;
    private final double bottom;

    private ForestPlot(List<Comparison> all) {
        rows = all.stream()
                .filter(row -> row.estimate() != null)
                .limit(MOST_ROWS)
                .toList();
        double span = span(rows);
        axis = new Axis(-span, span, LEFT, RIGHT);
        bottom = TOP + ROW * rows.size();
        svg = Svg.titled("forest", WIDTH, bottom + 34, "Change from base to head", description(rows));
    }

    /** Returns the plot of the comparisons that have an estimate. */
    static Content of(List<Comparison> comparisons) {
        return new ForestPlot(comparisons).draw();
    }

    private Content draw() {
        for (double change : ticks(axis.to())) {
            double x = axis.at(Math.log1p(change));
            svg.line(change == 0 ? Inks.AXIS : Inks.GRID, x, TOP, x, bottom);
            svg.middleText(Inks.MUTED, x, bottom + 18, (change > 0 ? "+" : "") + Figures.axisPercent(change));
        }
        for (int i = 0; i < rows.size(); i++) {
            draw(rows.get(i), TOP + ROW * i + ROW / 2);
        }
        return svg.done();
    }

    private void draw(Comparison row, double y) {
        double band = row.metric().band();
        double from = axis.at(Math.log1p(-band));
        svg.rectangle(Inks.TRACK, from, y - 8, axis.at(Math.log1p(band)) - from, 16);
        svg.endText(Inks.TEXT, LEFT - 12, y + 4, name(row));
        if (row.method() == Method.PAIRED) {
            drawPairs(row, y);
        }
        Estimate estimate = row.estimate();
        if (estimate != null) {
            svg.line(Inks.WHISKER, log(estimate.low()), y, log(estimate.high()), y);
            svg.diamond(ink(row.verdict()), log(estimate.ratio()), y, 6, GateWords.change(row));
        }
        svg.startText(Inks.TEXT, RIGHT + 12, y + 4, GateWords.verdict(row.verdict()));
    }

    private void drawPairs(Comparison row, double y) {
        for (int i = 0; i < Math.min(row.base().size(), row.head().size()); i++) {
            double ratio = row.head().get(i) / row.base().get(i);
            if (ratio > 0 && Double.isFinite(ratio)) {
                svg.disc(Inks.BAR, log(ratio), y, 2.5, "pair " + (i + 1) + ": " + GateWords.change(ratio - 1));
            }
        }
    }

    private double log(double ratio) {
        return axis.at(ratio > 0 ? Math.log(ratio) : axis.from());
    }

    /** Returns round changes, two to each side where the axis has room for them. */
    static List<Double> ticks(double span) {
        double step = STEPS.stream()
                .filter(one -> Math.log1p(2 * one) <= span)
                .reduce((smaller, larger) -> larger)
                .orElse(STEPS.get(0));
        return IntStream.rangeClosed(-2, 2)
                .mapToObj(i -> i * step)
                .filter(change -> change > -1 && Math.abs(Math.log1p(change)) <= span)
                .toList();
    }

    /* The end of a name tells most: which benchmark of a class, which figure of a load. */
    private static String name(Comparison row) {
        String name = row.subject().shortName() + ", " + row.metric().name();
        int beyond = name.length() - LONGEST_NAME;
        return Label.of(beyond > 0 ? "\u2026" + name.substring(beyond + 1) : name)
                .text();
    }

    private static double span(List<Comparison> rows) {
        double widest = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.estimate()))
                .mapToDouble(
                        estimate -> Math.max(Math.abs(Math.log(estimate.low())), Math.abs(Math.log(estimate.high()))))
                .filter(Double::isFinite)
                .max()
                .orElse(LEAST_SPAN);
        return Math.max(LEAST_SPAN, Math.min(MOST_SPAN, widest * ROOM));
    }

    private static String description(List<Comparison> rows) {
        return rows.size() + " comparisons; "
                + rows.stream().filter(Comparison::isAlarm).count() + " regressed. The table below has every figure.";
    }

    private static Svg.Ink ink(Verdict verdict) {
        return switch (verdict) {
            case REGRESSED -> Svg.Ink.of("ink-missed", "#b84300");
            case IMPROVED -> Svg.Ink.of("ink-met", "#0063a8");
            case EQUIVALENT, INCONCLUSIVE -> Svg.Ink.of("ink-other", "#59636e");
        };
    }
}
