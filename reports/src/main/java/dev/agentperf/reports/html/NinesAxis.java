package dev.agentperf.reports.html;

/**
 * An axis of percentiles on which each step to the right is ten times rarer.
 *
 * @param axis from 0 to the most nines
 * @param top where its grid lines begin
 * @param bottom where the axis lies
 */
record NinesAxis(Axis axis, double top, double bottom) {

    /** Returns how many nines a quantile has: 1 for 90 %, 2 for 99 %. */
    static double nines(double quantile) {
        return -Math.log10(1 - quantile);
    }

    void draw(Svg svg) {
        svg.line(Inks.AXIS, axis.start(), bottom, axis.end(), bottom);
        draw(svg, 0, "0 %");
        draw(svg, nines(0.5), "50 %");
        String percent = "90";
        for (int nine = 1; nine <= axis.to(); nine++) {
            draw(svg, nine, percent + " %");
            percent = nine == 1 ? "99" : nine == 2 ? "99.9" : percent + "9";
        }
    }

    private void draw(Svg svg, double nine, String text) {
        double x = axis.at(nine);
        svg.line(Inks.GRID, x, top, x, bottom).line(Inks.AXIS, x, bottom, x, bottom + 5);
        svg.middleText(Inks.MUTED, x, bottom + 19, text);
    }
}
