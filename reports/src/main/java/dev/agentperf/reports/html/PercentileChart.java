package dev.agentperf.reports.html;

import dev.agentperf.reports.model.CurvePoint;
import dev.agentperf.reports.model.StandardTarget;
import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.Label;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts by percentile: milliseconds on a logarithmic axis over an axis of nines, on which each step to the right is
 * ten times rarer.
 */
final class PercentileChart {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 400;
    private static final double LEFT = 66;
    private static final double TOP = 14;
    private static final double BOTTOM = 350;
    private static final double LABEL_GAP = 17;
    private static final double TARGET_MS =
            StandardTarget.WARM_START_P99.notMeasured("").target();

    private final List<Curve> curves;
    /** Where the curves end; what is right of it is for their names. */
    private final double right;

    private final Axis nines;
    private final Axis millis;
    private final Svg svg;
    private final List<End> ends = new ArrayList<>();

    private PercentileChart(List<Curve> all, double right) {
        this.right = right;
        curves = all.stream().filter(curve -> curve.path().n() > 0).toList();
        nines = new Axis(0, Math.max(1, widest()), LEFT, right);
        millis = new Axis(Math.floor(log(lowest())), Math.ceil(log(highest())), BOTTOM, TOP);
        svg = Svg.titled("starts-chart", WIDTH, HEIGHT, "Starts by percentile", description());
    }

    /** Returns the chart of all paths on which something started. */
    static Content of(Starts starts) {
        return new PercentileChart(curves(starts, "", Function.identity()), 730).draw();
    }

    /** Returns the chart of two runs, one over the other: the base dotted, the head solid. */
    static Content of(Starts base, Starts head) {
        List<Curve> both =
                new ArrayList<>(curves(base, " base", ink -> new Svg.Ink(ink.style(), ink.colour(), 1.75, "1.5 3.5")));
        both.addAll(curves(head, " head", ink -> new Svg.Ink(ink.style(), ink.colour(), 2, "")));
        return new PercentileChart(both, 690).draw();
    }

    private static List<Curve> curves(Starts starts, String side, Function<Svg.Ink, Svg.Ink> look) {
        return starts.paths().stream()
                .map(path -> new Curve(Label.of(path.path()).text() + side, path, look.apply(Inks.path(path.path()))))
                .toList();
    }

    private Content draw() {
        drawMillis();
        drawNines();
        drawTarget();
        curves.forEach(this::drawCurve);
        drawLabels();
        return svg.done();
    }

    private void drawMillis() {
        for (double power = millis.from(); power <= millis.to(); power++) {
            double y = millis.at(power);
            svg.line(Inks.GRID, LEFT, y, right, y);
            svg.endText(Inks.MUTED, LEFT - 8, y + 4, Figures.axisMillis(Math.pow(10, power)));
        }
    }

    private void drawNines() {
        new NinesAxis(nines, TOP, BOTTOM).draw(svg);
        svg.middleText(Inks.MUTED, (LEFT + right) / 2, HEIGHT - 8, "Share of starts that took at most this long");
    }

    private void drawTarget() {
        double y = millis.at(log(TARGET_MS));
        svg.line(Inks.TARGET, LEFT, y, right, y);
        ends.add(new End(y, Inks.TARGET, "target of warm p99 " + Figures.axisMillis(TARGET_MS)));
    }

    private void drawCurve(Curve drawn) {
        StartPath path = drawn.path();
        Svg.Path curve = new Svg.Path();
        for (CurvePoint point : points(path)) {
            curve.to(nines.at(NinesAxis.nines(point.quantile())), y(point.ms()));
        }
        double end = nines.at(log((double) path.n()));
        double y = y(path.ms().max());
        Svg.Ink ink = drawn.ink();
        svg.curve(ink, curve.to(end, y));
        svg.disc(ink, end, y, 3.5, "max " + Figures.millis(path.ms().max()));
        String p99 = Figures.millis(path.ms().p99());
        ends.add(new End(y, ink, drawn.name() + ", p99 " + p99));
    }

    /* The last point of a curve of n starts is the n-th: what an axis shows beyond it would be invented. */
    private static List<CurvePoint> points(StartPath path) {
        double last = 1 - 1.0 / path.n();
        List<CurvePoint> all = path.curve().isEmpty()
                ? List.of(
                        new CurvePoint(0.5, path.ms().p50()),
                        new CurvePoint(0.9, path.ms().p90()),
                        new CurvePoint(0.99, path.ms().p99()))
                : path.curve();
        return all.stream().filter(point -> point.quantile() < last).toList();
    }

    /* Beside the curves' ends rather than in a legend; pushed down where two would touch. */
    private void drawLabels() {
        ends.sort(Comparator.comparingDouble(End::y));
        double next = TOP;
        for (End end : ends) {
            double y = Math.max(next, end.y());
            svg.line(end.ink(), right + 12, y, right + 36, y);
            svg.startText(Inks.TEXT, right + 42, y + 4, end.text());
            next = y + LABEL_GAP;
        }
    }

    private String description() {
        return curves.stream().map(Curve::inWords).collect(Collectors.joining("; ", "", "."));
    }

    private Stream<StartPath> paths() {
        return curves.stream().map(Curve::path);
    }

    private double widest() {
        return paths().mapToDouble(path -> log((double) path.n())).max().orElse(1);
    }

    private double lowest() {
        return paths().mapToDouble(path -> points(path).stream()
                        .mapToDouble(CurvePoint::ms)
                        .min()
                        .orElse(path.ms().p50()))
                .map(PercentileChart::positive)
                .min()
                .orElse(TARGET_MS / 10);
    }

    private double highest() {
        double most = paths().mapToDouble(path -> path.ms().max()).max().orElse(TARGET_MS);
        return Math.max(most, TARGET_MS * 1.01);
    }

    private double y(double ms) {
        return millis.at(log(positive(ms)));
    }

    /* A start that took no time at all has no place on a logarithmic axis: it stands at a microsecond. */
    private static double positive(double ms) {
        return Math.max(ms, 1e-3);
    }

    private static double log(double value) {
        return Math.log10(value);
    }

    private record Curve(String name, StartPath path, Svg.Ink ink) {
        String inWords() {
            return name + ": median " + Figures.millis(path.ms().p50()) + ", 99th percentile "
                    + Figures.millis(path.ms().p99()) + ", longest "
                    + Figures.millis(path.ms().max()) + ", " + Figures.count(path.n()) + " starts";
        }
    }

    /** What is written beside the end of a line. */
    private record End(double y, Svg.Ink ink, String text) {}
}
