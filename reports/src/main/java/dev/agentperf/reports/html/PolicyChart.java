package dev.agentperf.reports.html;

import dev.agentperf.reports.gate.stats.Logs;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.Label;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What warmth costs and what it saves: cold starts over idle memory, a point a policy and a diamond a bound. Nearer the
 * lower left corner is better; the dotted line joins those that no other policy beats in both. The first bound, the
 * clairvoyant, is always in the picture; others only where they lie beside the policies. Where one policy costs many
 * times what most do, roots of memory are drawn, so that those do not fall on one another.
 */
final class PolicyChart {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 340;
    private static final double LEFT = 66;
    private static final double RIGHT = 900;
    private static final double TOP = 34;
    private static final double BOTTOM = 288;
    private static final double RADIUS = 5;
    private static final int MOST_LABELS = 24;
    private static final double CROWDED = 0.1;
    private static final List<Double> ROOT_TICKS = List.of(0.0, 0.01, 0.05, 0.1, 0.25, 0.5, 1.0);

    private final List<Point> policies;
    private final List<Point> bounds;
    private final double end;
    private final boolean roots;
    private final Axis memory;
    private final Axis cold;
    private final Svg svg;

    private PolicyChart(SimulationResult simulation) {
        long claims =
                simulation.runs().stream().mapToLong(PolicyRun::claims).max().orElse(1);
        policies = simulation.runs().stream()
                .filter(run -> run.claims() > 0)
                .map(run ->
                        new Point(run.policy(), run.idleMbSeconds() / 1e3, (double) run.coldStarts() / run.claims()))
                .toList();
        List<Point> hindsight = simulation.bounds().stream()
                .map(bound -> point(bound, Math.max(1, claims)))
                .toList();
        List<Point> framed =
                Stream.concat(policies.stream(), hindsight.stream().limit(1)).toList();
        end = Scale.above(framed.stream().mapToDouble(Point::idle).max().orElse(1));
        double top = Scale.above(framed.stream().mapToDouble(Point::cold).max().orElse(1));
        bounds = hindsight.stream()
                .filter(bound -> bound.idle <= end && bound.cold <= top)
                .toList();
        roots = medianIdle() < CROWDED * end;
        memory = new Axis(0, scaled(end), LEFT, RIGHT);
        cold = new Axis(0, top, BOTTOM, TOP);
        svg = Svg.titled("policies-chart", WIDTH, HEIGHT, "Cold starts over idle memory", description());
    }

    /** Returns the chart of all policies that had a claim. */
    static Content of(SimulationResult simulation) {
        return new PolicyChart(simulation).draw();
    }

    private static Point point(Bound bound, long claims) {
        return new Point(bound.bound(), bound.idleMbSeconds() / 1e3, (double) bound.coldStarts() / claims);
    }

    private Content draw() {
        drawGrid();
        drawFront();
        policies.forEach(point -> svg.disc(Inks.POLICY, x(point), y(point), RADIUS, tip(point)));
        bounds.forEach(point -> svg.diamond(Inks.BOUND, x(point), y(point), RADIUS + 1, tip(point)));
        drawLabels();
        return svg.done();
    }

    private void drawGrid() {
        for (double tick : Scale.ticks(cold.to())) {
            svg.line(Inks.GRID, LEFT, cold.at(tick), RIGHT, cold.at(tick));
            svg.endText(Inks.MUTED, LEFT - 8, cold.at(tick) + 4, Figures.axisPercent(tick));
        }
        svg.line(Inks.AXIS, LEFT, BOTTOM, RIGHT, BOTTOM);
        for (double tick : ticks()) {
            double x = memory.at(scaled(tick));
            svg.line(Inks.AXIS, x, BOTTOM, x, BOTTOM + 5);
            svg.middleText(Inks.MUTED, x, BOTTOM + 19, Figures.axisNumber(tick));
        }
        String scale = roots ? ", on a scale of square roots" : "";
        svg.middleText(Inks.MUTED, (LEFT + RIGHT) / 2, HEIGHT - 8, "Idle memory, GB\u00B7s" + scale);
        svg.startText(Inks.MUTED, 0, 13, "Cold starts, share of claims");
    }

    private List<Double> ticks() {
        return roots ? ROOT_TICKS.stream().map(share -> share * end).toList() : Scale.ticks(end);
    }

    private double medianIdle() {
        return Logs.median(policies.stream().mapToDouble(Point::idle).toArray());
    }

    private double scaled(double idle) {
        return roots ? Math.sqrt(idle) : idle;
    }

    private void drawFront() {
        List<Point> front = front();
        if (front.size() > 1) {
            Svg.Path path = new Svg.Path();
            front.forEach(point -> path.to(x(point), y(point)));
            svg.curve(Inks.FRONT, path);
        }
    }

    private List<Point> front() {
        List<Point> front = new ArrayList<>();
        policies.stream()
                .sorted(Comparator.comparingDouble(Point::idle).thenComparingDouble(Point::cold))
                .filter(point -> front.isEmpty() || point.cold < front.get(front.size() - 1).cold)
                .forEach(front::add);
        return front;
    }

    /* Beside its point, or as near as other labels and the border allow; a crowd has its names in the table and the tips. */
    private void drawLabels() {
        List<Point> named = Stream.concat(policies.stream(), bounds.stream())
                .limit(MOST_LABELS)
                .sorted(Comparator.comparingDouble(this::y))
                .toList();
        List<Placed> placed = new ArrayList<>();
        for (Point point : named) {
            String text = Label.of(point.name).text();
            Placed place = near(point, text, placed);
            placed.add(place);
            if (place.isAway(y(point))) {
                svg.line(Inks.AXIS, x(point), y(point), place.x(), place.y() + 3);
            }
            svg.startText(Inks.TEXT, place.x(), place.y(), text);
        }
    }

    private Placed near(Point point, String text, List<Placed> others) {
        double width = text.length() * Placed.CHARACTER;
        double left = Math.max(LEFT, Math.min(x(point) + RADIUS + 4, WIDTH - width));
        for (int step = 0; step <= Placed.MOST_STEPS; step++) {
            for (double way : new double[] {-1, 1}) {
                Placed place = new Placed(left, y(point) - 4 + way * step * Placed.LINE, width);
                if (isFree(place, others)) {
                    return place;
                }
            }
        }
        return new Placed(left, y(point) - 4, width);
    }

    private boolean isFree(Placed place, List<Placed> others) {
        return place.y > TOP
                && place.y < BOTTOM
                && others.stream().noneMatch(place::touches)
                && Stream.concat(policies.stream(), bounds.stream())
                        .noneMatch(point -> place.covers(x(point), y(point)));
    }

    private String description() {
        return policies.size() + " policies"
                + (bounds.isEmpty() ? "" : " and " + bounds.size() + " bounds")
                + "; nearer the lower left corner is better. The table below holds every figure.";
    }

    private static String tip(Point point) {
        return Label.of(point.name).full() + ": " + Figures.number(point.idle) + " GB\u00B7s idle, "
                + Figures.percent(point.cold) + " cold";
    }

    private double x(Point point) {
        return memory.at(scaled(point.idle));
    }

    private double y(Point point) {
        return cold.at(point.cold);
    }

    private record Point(String name, double idle, double cold) {}

    /** Where a label came to stand: the left end of its base line. */
    private record Placed(double x, double y, double width) {
        /* Wider than most are: a font that is at hand may be. */
        private static final double CHARACTER = 7.2;
        private static final double LINE = 14;
        private static final int MOST_STEPS = 20;

        /* A label that had to leave its point is tied to it. */
        boolean isAway(double pointY) {
            return Math.abs(y - (pointY - 4)) > LINE;
        }

        private boolean touches(Placed other) {
            return Math.abs(y - other.y) < LINE && x < other.x + other.width && other.x < x + width;
        }

        private boolean covers(double pointX, double pointY) {
            boolean isBeside = pointX + RADIUS < x || pointX - RADIUS > x + width;
            return !isBeside && pointY + RADIUS > y - LINE + 3 && pointY - RADIUS < y + 3;
        }
    }
}
