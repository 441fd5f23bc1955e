package dev.agentperf.reports.html;

import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.Label;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import dev.agentperf.simulator.result.Timeline;
import gg.jte.Content;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A replay over time: how many sessions had or wanted a container and how many containers stood ready, as bands from
 * the least to the most of each span, and the cold starts of each span.
 */
final class TimelineChart {
    /** The most policies that a page draws over time. */
    static final int MOST = 4;

    private static final double WIDTH = 960;
    private static final double HEIGHT = 398;
    private static final double LEFT = 66;
    private static final double RIGHT = 780;
    private static final double PANEL = 110;
    private static final double GAP = 18;
    private static final double TOP = 10;
    private static final double STOCK_TOP = TOP + PANEL + GAP;
    private static final double COLD_TOP = STOCK_TOP + PANEL + GAP;
    private static final double COLD_PANEL = 70;
    private static final double BOTTOM = COLD_TOP + COLD_PANEL;
    private static final double STEP = 10;
    private static final double LEGEND = RIGHT + 14;

    private final Timeline timeline;
    private final double across;
    private final double mostDemand;
    private final double mostStock;
    private final double mostCold;
    private final Svg svg;

    private TimelineChart(int number, Timeline timeline) {
        this.timeline = timeline;
        across = timeline.spans() * STEP;
        mostDemand = scale(timeline.mostDemand());
        mostStock = scale(timeline.mostStock());
        mostCold = scale(timeline.coldStarts());
        svg = Svg.titled(
                "timeline-" + number,
                WIDTH,
                HEIGHT,
                "Demand, stock and cold starts over time under "
                        + Label.of(timeline.policy()).text(),
                description());
    }

    /** Returns what a page draws over time: the policies that cost least, the cheapest first. */
    static List<Timeline> drawn(List<Timeline> all, SimulationResult simulation) {
        Map<String, Double> costs =
                simulation.runs().stream().collect(Collectors.toMap(PolicyRun::policy, PolicyRun::cost, Math::min));
        return all.stream()
                .filter(timeline -> timeline.spans() > 0)
                .sorted(Comparator.comparingDouble(
                        timeline -> costs.getOrDefault(timeline.policy(), Double.POSITIVE_INFINITY)))
                .limit(MOST)
                .toList();
    }

    /** Returns the chart of a timeline that has a span; {@code number} is unique on the page. */
    static Content of(int number, Timeline timeline) {
        return new TimelineChart(number, timeline).draw();
    }

    private Content draw() {
        drawGrid(mostDemand, TOP, PANEL);
        drawGrid(mostStock, STOCK_TOP, PANEL);
        drawGrid(mostCold, COLD_TOP, COLD_PANEL);
        drawTime();
        drawBand(TOP, mostDemand, Inks.DEMAND_AREA, timeline.leastDemand(), timeline.mostDemand());
        svg.curve(
                        Inks.DEMAND,
                        line(down(mostDemand, PANEL), i -> timeline.mostDemand().get(i)))
                .endPanel();
        drawBand(STOCK_TOP, mostStock, Inks.STOCK_AREA, timeline.leastStock(), timeline.mostStock());
        svg.curve(
                        Inks.STOCK,
                        line(down(mostStock, PANEL), i -> timeline.meanStock().get(i)))
                .endPanel();
        drawColdStarts();
        drawLegend();
        return svg.done();
    }

    private void drawGrid(double most, double top, double height) {
        Axis axis = new Axis(0, most, top + height, top);
        List<Double> ticks = Scale.ticks(most);
        for (int i = 0; i < ticks.size(); i += 2) {
            double y = axis.at(ticks.get(i));
            svg.line(i == 0 ? Inks.AXIS : Inks.GRID, LEFT, y, RIGHT, y);
            svg.endText(Inks.MUTED, LEFT - 8, y + 4, Figures.axisNumber(ticks.get(i)));
        }
    }

    private void drawTime() {
        double seconds = timeline.spans() * timeline.spanSeconds();
        for (int i = 0; i <= 4; i++) {
            double x = LEFT + (RIGHT - LEFT) * i / 4;
            svg.line(Inks.AXIS, x, BOTTOM, x, BOTTOM + 5);
            svg.tick(Inks.MUTED, x, BOTTOM + 19, Figures.axisSeconds(seconds * i / 4, seconds));
        }
        svg.middleText(Inks.MUTED, (LEFT + RIGHT) / 2, HEIGHT - 8, "Time since the first session's start");
    }

    private void drawBand(double top, double scale, Svg.Ink ink, List<Integer> least, List<Integer> most) {
        svg.panel(LEFT, top, RIGHT - LEFT, PANEL, across, PANEL);
        svg.area(ink, band(down(scale, PANEL), least, most));
    }

    private void drawColdStarts() {
        Axis axis = down(mostCold, COLD_PANEL);
        Svg.Path bars = new Svg.Path().to(0, axis.at(0));
        for (int i = 0; i < timeline.spans(); i++) {
            if (timeline.coldStarts().get(i) > 0) {
                double y = axis.at(timeline.coldStarts().get(i));
                bars.to(i * STEP, axis.at(0))
                        .to(i * STEP, y)
                        .to((i + 1) * STEP, y)
                        .to((i + 1) * STEP, axis.at(0));
            }
        }
        svg.panel(LEFT, COLD_TOP, RIGHT - LEFT, COLD_PANEL, across, COLD_PANEL);
        svg.area(Inks.COLD_AREA, bars).endPanel();
    }

    private void drawLegend() {
        drawLegend(TOP, Inks.DEMAND, "demand, most", Inks.DEMAND_AREA, "demand, least to most");
        drawLegend(STOCK_TOP, Inks.STOCK, "ready, mean", Inks.STOCK_AREA, "ready, least to most");
        swatch(Inks.COLD_AREA, COLD_TOP + 4);
        svg.startText(Inks.TEXT, LEGEND + 28, COLD_TOP + 13, "cold starts a span");
    }

    private void drawLegend(double top, Svg.Ink line, String lineText, Svg.Ink band, String bandText) {
        svg.line(line, LEGEND, top + 10, LEGEND + 22, top + 10);
        svg.startText(Inks.TEXT, LEGEND + 28, top + 14, lineText);
        swatch(band, top + 24);
        svg.startText(Inks.TEXT, LEGEND + 28, top + 33, bandText);
    }

    private static Axis down(double most, double height) {
        return new Axis(0, most, height, 0);
    }

    private void swatch(Svg.Ink ink, double y) {
        svg.area(
                ink,
                new Svg.Path()
                        .to(LEGEND, y)
                        .to(LEGEND + 22, y)
                        .to(LEGEND + 22, y + 10)
                        .to(LEGEND, y + 10));
    }

    private Svg.Path band(Axis axis, List<Integer> least, List<Integer> most) {
        Svg.Path path = line(axis, most::get);
        for (int i = timeline.spans() - 1; i >= 0; i--) {
            path.to((i + 0.5) * STEP, axis.at(least.get(i)));
        }
        return path;
    }

    private Svg.Path line(Axis axis, IntToDoubleFunction value) {
        Svg.Path path = new Svg.Path();
        for (int i = 0; i < timeline.spans(); i++) {
            path.to((i + 0.5) * STEP, axis.at(value.applyAsDouble(i)));
        }
        return path;
    }

    private String description() {
        return Figures.count(timeline.spans(), "span") + " of " + Figures.seconds(timeline.spanSeconds())
                + " each; at most " + Figures.axisNumber(most(timeline.mostDemand())) + " sessions at once, "
                + Figures.count(
                        timeline.coldStarts().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        "cold start")
                + " in all, at most " + Figures.axisNumber(most(timeline.coldStarts())) + " in a span.";
    }

    /* A little room, so that a line at the top is not cut; in fours, so that half of it is a count too. */
    private static double scale(List<? extends Number> values) {
        return Math.max(4, Scale.above(most(values) * 1.02));
    }

    private static double most(List<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).max().orElse(0);
    }
}
