package dev.agentperf.reports.html;

import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.Label;
import dev.agentperf.simulator.result.Timeline;
import gg.jte.Content;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A replay over time: above, how many containers stood ready and how many sessions had or wanted one, as bands from the
 * least to the most of each span; below, the cold starts of each span.
 */
final class TimelineChart {
    /** The most policies that a page draws over time. */
    static final int MOST = 4;

    private static final double WIDTH = 960;
    private static final double HEIGHT = 330;
    private static final double LEFT = 66;
    private static final double RIGHT = 780;
    private static final double TOP = 14;
    private static final double UPPER = 200;
    private static final double LOWER_TOP = 222;
    private static final double LOWER = 284;
    private static final double STEP = 10;
    private static final double LEGEND = RIGHT + 14;

    private final Timeline timeline;
    private final double across;
    private final double mostContainers;
    private final double mostCold;
    private final Svg svg;

    private TimelineChart(int number, Timeline timeline) {
        this.timeline = timeline;
        across = timeline.spans() * STEP;
        mostContainers = Scale.above(Math.max(most(timeline.mostStock()), most(timeline.mostDemand())));
        mostCold = Scale.above(most(timeline.coldStarts()));
        svg = Svg.titled(
                "timeline-" + number,
                WIDTH,
                HEIGHT,
                "Demand, stock and cold starts over time under "
                        + Label.of(timeline.policy()).text(),
                description());
    }

    /** Returns the chart of a timeline that has a span; {@code number} is unique on the page. */
    static Content of(int number, Timeline timeline) {
        return new TimelineChart(number, timeline).draw();
    }

    private Content draw() {
        drawGrid(mostContainers, new Axis(0, mostContainers, UPPER, TOP));
        drawGrid(mostCold, new Axis(0, mostCold, LOWER, LOWER_TOP));
        drawTime();
        drawContainers();
        drawColdStarts();
        drawLegend();
        return svg.done();
    }

    private void drawGrid(double most, Axis axis) {
        List<Double> ticks = Scale.ticks(most);
        int step = axis.start() - axis.end() < 100 ? 2 : 1;
        for (int i = 0; i < ticks.size(); i += step) {
            double y = axis.at(ticks.get(i));
            svg.line(i == 0 ? Inks.AXIS : Inks.GRID, LEFT, y, RIGHT, y);
            svg.endText(Inks.MUTED, LEFT - 8, y + 4, Figures.axisNumber(ticks.get(i)));
        }
    }

    private void drawTime() {
        double seconds = timeline.spans() * timeline.spanSeconds();
        for (int i = 0; i <= 4; i++) {
            double x = LEFT + (RIGHT - LEFT) * i / 4;
            svg.line(Inks.AXIS, x, LOWER, x, LOWER + 5);
            svg.tick(Inks.MUTED, x, LOWER + 19, Figures.axisSeconds(seconds * i / 4));
        }
        svg.middleText(Inks.MUTED, (LEFT + RIGHT) / 2, HEIGHT - 8, "Time since the first session's start");
    }

    private void drawContainers() {
        Axis axis = new Axis(0, mostContainers, UPPER - TOP, 0);
        svg.panel(LEFT, TOP, RIGHT - LEFT, UPPER - TOP, across, UPPER - TOP);
        svg.area(Inks.DEMAND_AREA, band(axis, timeline.leastDemand(), timeline.mostDemand()));
        svg.area(Inks.STOCK_AREA, band(axis, timeline.leastStock(), timeline.mostStock()));
        svg.curve(Inks.DEMAND, line(axis, i -> timeline.mostDemand().get(i)));
        svg.curve(Inks.STOCK, line(axis, i -> timeline.meanStock().get(i)));
        svg.endPanel();
    }

    private void drawColdStarts() {
        Axis axis = new Axis(0, mostCold, LOWER - LOWER_TOP, 0);
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
        svg.panel(LEFT, LOWER_TOP, RIGHT - LEFT, LOWER - LOWER_TOP, across, LOWER - LOWER_TOP);
        svg.area(Inks.COLD_AREA, bars);
        svg.endPanel();
    }

    private void drawLegend() {
        svg.line(Inks.STOCK, LEGEND, TOP + 10, LEGEND + 22, TOP + 10);
        svg.startText(Inks.TEXT, LEGEND + 28, TOP + 14, "ready, mean");
        swatch(Inks.STOCK_AREA, TOP + 24);
        svg.startText(Inks.TEXT, LEGEND + 28, TOP + 33, "ready, least to most");
        svg.line(Inks.DEMAND, LEGEND, TOP + 50, LEGEND + 22, TOP + 50);
        svg.startText(Inks.TEXT, LEGEND + 28, TOP + 54, "demand, most");
        swatch(Inks.DEMAND_AREA, TOP + 64);
        svg.startText(Inks.TEXT, LEGEND + 28, TOP + 73, "demand, least to most");
        swatch(Inks.COLD_AREA, LOWER_TOP + 4);
        svg.startText(Inks.TEXT, LEGEND + 28, LOWER_TOP + 13, "cold starts a span");
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

    private static double most(List<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).max().orElse(0);
    }
}
