package dev.agentperf.reports.html;

import dev.agentperf.reports.view.Figures;
import dev.agentperf.reports.view.Label;
import dev.agentperf.simulator.result.Bound;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Starts of a replay by percentile on an axis of nines, warm and cold in one curve a policy: it leaves the floor where
 * the warm starts end. Beside them, the share that hindsight would have had warm.
 */
final class ReplayChart {
    /** As many as there are inks that can be told apart; those that cost least. */
    private static final int MOST_POLICIES = 4;

    private static final double WIDTH = 960;
    private static final double HEIGHT = 330;
    private static final double LEFT = 66;
    private static final double RIGHT = 730;
    private static final double TOP = 34;
    private static final double BOTTOM = 278;
    private static final double LABEL_GAP = 17;

    private final List<PolicyRun> runs;
    private final List<Bound> bounds;
    private final long claims;
    private final Axis nines;
    private final Axis millis;
    private final Svg svg;

    private ReplayChart(SimulationResult simulation) {
        runs = simulation.runs().stream()
                .filter(run -> run.claims() > 0)
                .sorted(Comparator.comparingDouble(PolicyRun::cost))
                .limit(MOST_POLICIES)
                .toList();
        claims = runs.stream().mapToLong(PolicyRun::claims).max().orElse(1);
        bounds = simulation.bounds().stream().limit(1).toList();
        nines = new Axis(0, Math.max(1, Math.log10(claims)), LEFT, RIGHT);
        double most =
                runs.stream().mapToDouble(run -> run.startMs().max()).max().orElse(0);
        millis = new Axis(0, Scale.above(most), BOTTOM, TOP);
        svg = Svg.titled("replay-chart", WIDTH, HEIGHT, "Starts by percentile, replayed", description());
    }

    /** Returns the chart of the policies that cost least. */
    static Content of(SimulationResult simulation) {
        return new ReplayChart(simulation).draw();
    }

    private Content draw() {
        for (double tick : Scale.ticks(millis.to())) {
            svg.line(tick == 0 ? Inks.AXIS : Inks.GRID, LEFT, millis.at(tick), RIGHT, millis.at(tick));
            svg.endText(Inks.MUTED, LEFT - 8, millis.at(tick) + 4, Figures.axisMillis(tick));
        }
        new NinesAxis(nines, TOP, BOTTOM).draw(svg);
        svg.middleText(Inks.MUTED, (LEFT + RIGHT) / 2, HEIGHT - 8, "Share of starts that took at most this long");
        svg.startText(Inks.MUTED, 0, 13, "Claim to container");
        double y = TOP;
        for (int i = 0; i < runs.size(); i++, y += LABEL_GAP) {
            drawRun(runs.get(i), Inks.series(i), y);
        }
        for (Bound bound : bounds) {
            drawBound(bound, y);
        }
        return svg.done();
    }

    private void drawRun(PolicyRun run, Svg.Ink ink, double y) {
        Svg.Path path = new Svg.Path().to(LEFT, BOTTOM);
        for (Step step : steps(run)) {
            path.to(nines.at(step.nine), millis.at(step.ms));
        }
        svg.curve(ink, path);
        label(
                ink,
                y,
                Label.of(run.policy()).text() + ", p99 "
                        + Figures.millis(run.startMs().p99()));
    }

    private void drawBound(Bound bound, double y) {
        double x = nines.at(NinesAxis.nines(1 - (double) bound.coldStarts() / claims));
        svg.line(Inks.TARGET, x, TOP, x, BOTTOM);
        label(Inks.TARGET, y, Label.of(bound.bound()).text());
    }

    private void label(Svg.Ink ink, double y, String text) {
        svg.line(ink, RIGHT + 12, y, RIGHT + 36, y);
        svg.startText(Inks.TEXT, RIGHT + 42, y + 4, text);
    }

    /* Known exactly: where the first start waits, five quantiles, and the longest. In between, straight lines. */
    private static List<Step> steps(PolicyRun run) {
        double warm = NinesAxis.nines(1 - (double) run.coldStarts() / run.claims());
        PolicyRun.Quantiles ms = run.startMs();
        List<Step> steps = new ArrayList<>();
        double last = Math.log10(run.claims());
        steps.add(new Step(Math.min(warm, last), 0));
        List.of(
                        new Step(NinesAxis.nines(0.5), ms.p50()),
                        new Step(1, ms.p90()),
                        new Step(2, ms.p99()),
                        new Step(3, ms.p999()))
                .stream()
                .filter(step -> step.nine > warm && step.nine < last)
                .forEach(steps::add);
        double first = steps.size() > 1 ? steps.get(1).ms : ms.max();
        steps.add(1, new Step(steps.get(0).nine, first));
        steps.add(new Step(last, ms.max()));
        return steps;
    }

    private String description() {
        return runs.stream()
                .map(run -> Label.of(run.policy()).text() + ": "
                        + Figures.percent(1 - (double) run.coldStarts() / run.claims()) + " warm, 99th percentile "
                        + Figures.millis(run.startMs().p99()) + ", longest "
                        + Figures.millis(run.startMs().max()))
                .collect(Collectors.joining("; ", "", "."));
    }

    private record Step(double nine, double ms) {}
}
