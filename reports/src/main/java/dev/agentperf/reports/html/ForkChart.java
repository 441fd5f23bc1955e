package dev.agentperf.reports.html;

import dev.agentperf.reports.gate.ForkSeries;
import dev.agentperf.reports.gate.Side;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.view.Figures;
import gg.jte.Content;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The forks of one benchmark: on the left every fork's windows in order of time, on the right all windows of each build
 * by percentile. Nanoseconds from 0.
 */
final class ForkChart {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 220;
    private static final double TOP = 14;
    private static final double BOTTOM = 180;
    private static final double LEFT = 70;
    private static final double MIDDLE = 540;
    private static final double SECOND = 600;
    private static final double RIGHT = 840;
    private static final double NANOS_PER_MS = 1e6;
    private static final Svg.Ink BASE = new Svg.Ink("ink-cold", "#0063a8", 1, "");
    private static final Svg.Ink HEAD = new Svg.Ink("ink-warm-live", "#b84300", 1, "4 2");

    private final List<ForkSeries> forks;
    private final Axis value;
    private final Svg svg;

    private ForkChart(int number, Subject subject, List<ForkSeries> forks) {
        this.forks = forks;
        double most = Scale.above(finite(forks).max().orElse(1));
        this.value = new Axis(0, most, BOTTOM, TOP);
        this.svg = Svg.titled(
                "forks-" + number,
                WIDTH,
                HEIGHT,
                "Forks of " + subject.shortName(),
                forks.size() + " forks, base in solid lines, head in dashed ones.");
    }

    /** Returns the chart; {@code number} is unique on the page. */
    static Content of(int number, Subject subject, List<ForkSeries> forks) {
        return new ForkChart(number, subject, forks).draw();
    }

    private Content draw() {
        for (double tick : Scale.ticks(value.to())) {
            double y = value.at(tick);
            svg.line(Inks.GRID, LEFT, y, MIDDLE, y).line(Inks.GRID, SECOND, y, RIGHT, y);
            svg.endText(Inks.MUTED, LEFT - 8, y + 4, Figures.axisMillis(tick / NANOS_PER_MS));
        }
        forks.forEach(this::drawFork);
        drawPercentiles(Side.BASE, BASE);
        drawPercentiles(Side.HEAD, HEAD);
        svg.middleText(Inks.MUTED, (LEFT + MIDDLE) / 2, HEIGHT - 14, "Windows of each fork, in order of time");
        svg.middleText(Inks.MUTED, (SECOND + RIGHT) / 2, HEIGHT - 14, "All windows, 0 to 100 %");
        drawLegend(BASE, TOP + 10, "base");
        drawLegend(HEAD, TOP + 30, "head");
        return svg.done();
    }

    private void drawLegend(Svg.Ink ink, double y, String text) {
        svg.line(ink, RIGHT + 14, y, RIGHT + 38, y).startText(Inks.TEXT, RIGHT + 46, y + 4, text);
    }

    private void drawFork(ForkSeries fork) {
        Axis time = new Axis(0, Math.max(1, fork.windows().size() - 1), LEFT, MIDDLE);
        Svg.Path path = new Svg.Path();
        for (int i = 0; i < fork.windows().size(); i++) {
            double nanos = fork.windows().get(i);
            if (Double.isFinite(nanos)) {
                path.to(time.at(i), value.at(nanos));
            }
        }
        svg.curve(fork.side() == Side.BASE ? BASE : HEAD, path);
    }

    private void drawPercentiles(Side side, Svg.Ink ink) {
        double[] sorted = finite(
                        forks.stream().filter(fork -> fork.side() == side).toList())
                .sorted()
                .toArray();
        Axis share = new Axis(0, Math.max(1, sorted.length - 1), SECOND, RIGHT);
        Svg.Path path = new Svg.Path();
        for (int i = 0; i < sorted.length; i++) {
            path.to(share.at(i), value.at(sorted[i]));
        }
        svg.curve(ink, path);
    }

    private static DoubleStream finite(List<ForkSeries> forks) {
        return forks.stream()
                .flatMap(fork -> fork.windows().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }
}
