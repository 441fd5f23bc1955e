package dev.agentperf.reports.html;

import dev.agentperf.reports.model.Target;
import gg.jte.Content;

/** A small bar beside a verdict: how far the figure is from its target. The words beside it say the same. */
final class TargetBar {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 14;

    private TargetBar() {}

    /** Returns the bar; empty where nothing was measured. */
    static Content of(Target target) {
        Axis axis = axis(target);
        Svg svg = Svg.decorative("target-bar", WIDTH, HEIGHT).rectangle(Inks.TRACK, 0, 4, WIDTH, 6);
        Double measured = target.measured();
        if (measured != null && Double.isFinite(measured)) {
            double length = Math.max(3, axis.at(measured));
            svg.rectangle(Inks.verdict(target.verdict()), 0, 4, length, 6);
        }
        double limit = axis.at(target.target());
        return svg.line(Inks.LIMIT, limit, 0, limit, HEIGHT).done();
    }

    /* A latency's bar ends at twice its target, a share's at 1. */
    private static Axis axis(Target target) {
        double end = target.unit().equals(Target.RATIO) ? 1 : target.target() * 2;
        return new Axis(0, end, 0, WIDTH - 1);
    }
}
