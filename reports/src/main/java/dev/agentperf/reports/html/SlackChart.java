package dev.agentperf.reports.html;

import dev.agentperf.reports.model.SlackCurve;
import dev.agentperf.reports.model.SlackCurve.Point;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.Label;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What each predictor of one resource wastes at each rate of misses: nearer the lower left corner is better. */
final class SlackChart {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 340;
    private static final double LEFT = 66;
    private static final double RIGHT = 760;
    private static final double TOP = 34;
    private static final double BOTTOM = 288;
    private static final double LABEL_GAP = 17;

    private final List<SlackCurve> curves;
    private final Axis misses;
    private final Axis slack;
    private final Svg svg;
    private final List<End> ends = new ArrayList<>();

    private SlackChart(String resource, List<SlackCurve> curves) {
        this.curves = curves;
        List<Point> points =
                curves.stream().flatMap(curve -> curve.points().stream()).toList();
        misses = new Axis(
                0,
                Scale.above(points.stream().mapToDouble(Point::missRate).max().orElse(1)),
                LEFT,
                RIGHT);
        slack = new Axis(
                0, Scale.above(points.stream().mapToDouble(Point::slack).max().orElse(1)), BOTTOM, TOP);
        svg = Svg.titled(
                "slack-chart-" + resource,
                WIDTH,
                HEIGHT,
                "Slack over misses, " + Label.of(resource).text(),
                description());
    }

    /** Returns the resources that have a curve, in their order. */
    static List<String> resources(List<SlackCurve> curves) {
        return curves.stream().map(SlackCurve::resource).distinct().toList();
    }

    /** Returns the chart of one resource. */
    static Content of(String resource, List<SlackCurve> curves) {
        return new SlackChart(
                        resource,
                        curves.stream()
                                .filter(curve -> curve.resource().equals(resource)
                                        && !curve.points().isEmpty())
                                .toList())
                .draw();
    }

    private Content draw() {
        drawGrid();
        for (int number = 0; number < curves.size(); number++) {
            drawCurve(curves.get(number), Inks.series(number));
        }
        drawLabels();
        return svg.done();
    }

    private void drawGrid() {
        for (double tick : Scale.ticks(slack.to())) {
            svg.line(Inks.GRID, LEFT, slack.at(tick), RIGHT, slack.at(tick));
            svg.endText(Inks.MUTED, LEFT - 8, slack.at(tick) + 4, Figures.axisNumber(tick));
        }
        svg.line(Inks.AXIS, LEFT, BOTTOM, RIGHT, BOTTOM);
        for (double tick : Scale.ticks(misses.to())) {
            svg.line(Inks.AXIS, misses.at(tick), BOTTOM, misses.at(tick), BOTTOM + 5);
            svg.middleText(Inks.MUTED, misses.at(tick), BOTTOM + 19, Figures.axisPercent(tick));
        }
        svg.middleText(Inks.MUTED, (LEFT + RIGHT) / 2, HEIGHT - 8, "Misses, share of runs");
        svg.startText(Inks.MUTED, 0, 13, "Slack, in mean runs");
    }

    private void drawCurve(SlackCurve curve, Svg.Ink ink) {
        Svg.Path path = new Svg.Path();
        for (Point point : curve.points()) {
            path.to(misses.at(point.missRate()), slack.at(point.slack()));
        }
        svg.curve(ink, path);
        for (Point point : curve.points()) {
            svg.disc(ink, misses.at(point.missRate()), slack.at(point.slack()), 3.5, tip(curve, point));
        }
        Point last = curve.points().get(curve.points().size() - 1);
        ends.add(
                new End(slack.at(last.slack()), ink, Label.of(curve.predictor()).text()));
    }

    /* Beside the curves' ends rather than in a legend; pushed down where two would touch. */
    private void drawLabels() {
        ends.sort(Comparator.comparingDouble(End::y));
        double next = TOP;
        double room = ends.size() * LABEL_GAP;
        for (End end : ends) {
            double y = Math.max(next, Math.min(end.y(), BOTTOM - room));
            svg.line(end.ink(), RIGHT + 12, y, RIGHT + 36, y);
            svg.startText(Inks.TEXT, RIGHT + 42, y + 4, end.text());
            next = y + LABEL_GAP;
            room -= LABEL_GAP;
        }
    }

    private String description() {
        return curves.stream()
                .map(curve -> Label.of(curve.predictor()).text() + ": "
                        + curve.points().stream()
                                .map(point ->
                                        Figures.number(point.slack()) + " at " + Figures.percent(point.missRate()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String tip(SlackCurve curve, Point point) {
        return Label.of(curve.predictor()).full() + ", aimed at " + Figures.percent(point.targetMiss()) + ": "
                + Figures.percent(point.missRate()) + " missed, slack " + Figures.number(point.slack());
    }

    private record End(double y, Svg.Ink ink, String text) {}
}
