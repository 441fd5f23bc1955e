package dev.agentperf.reports.html;

import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.Label;
import dev.agentperf.reports.view.PlanRow;
import dev.agentperf.reports.view.Spreads;
import dev.agentperf.simulator.capacity.TypePlan;
import gg.jte.Content;
import java.util.List;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;

/**
 * The risk of each size: the share of claims that it failed on the unseen rest, with the range that holds it, beside
 * the share that may fail. A row an agent type, the busiest first.
 */
final class PlanChart {
    private static final int MOST_ROWS = 40;
    private static final double WIDTH = 960;
    private static final double LEFT = 330;
    private static final double RIGHT = 840;
    private static final double TOP = 30;
    private static final double ROW = 22;
    private static final int LONGEST_NAME = 40;

    private final List<TypePlan> types;
    private final double allowed;
    private final Axis late;
    private final double bottom;
    private final Svg svg;

    private PlanChart(PlannedSizes planned) {
        types = PlanRow.busiest(planned.plan(), MOST_ROWS);
        allowed = 1 - planned.level().warmRate();
        double most = types.stream().mapToDouble(PlanChart::highest).max().orElse(1);
        late = new Axis(0, Math.min(1, Scale.above(Math.max(most, allowed * 2))), LEFT, RIGHT);
        bottom = TOP + ROW * types.size();
        svg = Svg.titled(
                "plan-chart",
                WIDTH,
                bottom + 46,
                "Claims that were late on the unseen rest, by agent type",
                types.size() + " agent types; at most " + Figures.percent(allowed)
                        + " may be late. The table below has every figure.");
    }

    /** Returns the chart of the busiest types. */
    static Content of(PlannedSizes planned) {
        return new PlanChart(planned).draw();
    }

    private Content draw() {
        for (double tick : Scale.ticks(late.to())) {
            double x = late.at(tick);
            svg.line(Inks.GRID, x, TOP, x, bottom);
            svg.middleText(Inks.MUTED, x, bottom + 18, Figures.axisPercent(tick));
        }
        svg.middleText(Inks.MUTED, (LEFT + RIGHT) / 2, bottom + 38, "Late on the unseen rest, share of claims");
        svg.startText(Inks.MUTED, RIGHT + 12, TOP - 12, "Size");
        for (int i = 0; i < types.size(); i++) {
            draw(types.get(i), TOP + ROW * i + ROW / 2);
        }
        double limit = late.at(allowed);
        svg.line(Inks.TARGET, limit, TOP - 6, limit, bottom);
        svg.middleText(Inks.MUTED, limit, TOP - 12, "may be late: " + Figures.percent(allowed));
        return svg.done();
    }

    private void draw(TypePlan type, double y) {
        String name = Label.of(type.type()).text();
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "\u2026" : name;
        svg.endText(Inks.TEXT, LEFT - 12, y + 4, cut);
        svg.startText(Inks.TEXT, RIGHT + 12, y + 4, Figures.count(type.size()));
        Double validated = type.validatedWarmRate();
        if (validated == null || type.validatedClaims() == 0) {
            svg.startText(Inks.MUTED, LEFT + 6, y + 4, "does not occur on the rest");
            return;
        }
        ConfidenceInterval range = Spreads.wilson(1 - validated, type.validatedClaims());
        svg.line(Inks.WHISKER, late.at(range.getLowerBound()), y, late.at(range.getUpperBound()), y);
        svg.disc(
                validated < 1 - allowed ? Inks.BOUND : Inks.POLICY,
                late.at(1 - validated),
                y,
                4.5,
                name + ": " + Figures.percent(1 - validated) + " late of "
                        + Figures.count(type.validatedClaims(), "claim"));
    }

    private static double highest(TypePlan type) {
        Double validated = type.validatedWarmRate();
        return validated == null || type.validatedClaims() == 0
                ? 0
                : Spreads.wilson(1 - validated, type.validatedClaims()).getUpperBound();
    }
}
