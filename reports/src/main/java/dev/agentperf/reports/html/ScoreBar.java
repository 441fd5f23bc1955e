package dev.agentperf.reports.html;

import dev.agentperf.reports.view.JmhRow;
import gg.jte.Content;

/** A small bar beside a score, on the scale of its peers, with its error as whiskers. */
final class ScoreBar {
    private static final double WIDTH = 180;
    private static final double HEIGHT = 16;

    private ScoreBar() {}

    /** Returns the bar of a row that has peers. */
    static Content of(JmhRow row) {
        Axis axis = new Axis(0, 1, 0, WIDTH - 2);
        Svg svg = Svg.decorative("score-bar", WIDTH, HEIGHT)
                .rectangle(Inks.BAR, 0, 3, Math.max(2, axis.at(row.share())), 10);
        if (row.errorShare() > 0) {
            double from = axis.at(row.share() - row.errorShare());
            double to = axis.at(row.share() + row.errorShare());
            svg.line(Inks.WHISKER, from, 8, to, 8)
                    .line(Inks.WHISKER, from, 5, from, 11)
                    .line(Inks.WHISKER, to, 5, to, 11);
        }
        return svg.done();
    }
}
