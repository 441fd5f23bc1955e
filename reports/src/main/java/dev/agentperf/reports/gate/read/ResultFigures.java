package dev.agentperf.reports.gate.read;

import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.gate.stats.PairedBootstrap.Interval;
import dev.agentperf.reports.gate.stats.QuantileSample;
import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Targets;
import dev.agentperf.simulator.capacity.TypePlan;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures of our own results that are worth a gate. A replay has no noise: the same trace, policy and seed give the
 * same bytes. Starts are measured.
 */
final class ResultFigures {
    /** Starts are of a whole system, one run a side. */
    private static final double START_BAND = 0.10;

    private static final double SHARE_BAND = 0.01;

    private ResultFigures() {}

    static List<Figure> of(SimulationResult simulation) {
        List<Figure> figures = new ArrayList<>();
        for (PolicyRun run : simulation.runs()) {
            Subject subject = new Subject("simulation", Map.of("policy", run.policy()));
            figures.add(Figure.exact(subject, rate("warm rate"), run.warmRate()));
            figures.add(Figure.exact(
                    subject, exact("p99 start", "ms"), run.startMs().p99()));
            figures.add(Figure.exact(subject, exact("idle cost", "MB s"), run.idleMbSeconds()));
            figures.add(Figure.exact(subject, rate("hit rate"), run.toolCache().hitRate()));
        }
        return figures;
    }

    static List<Figure> of(PlannedSizes planned) {
        List<Figure> figures = new ArrayList<>();
        for (TypePlan plan : planned.plan().plans()) {
            Subject subject = Subject.of("plan." + plan.type());
            figures.add(Figure.exact(subject, exact("size", "containers"), plan.size()));
            if (plan.validatedWarmRate() != null) {
                figures.add(Figure.exact(subject, rate("in time, unseen"), plan.validatedWarmRate()));
            }
        }
        return figures;
    }

    static List<Figure> of(SweepCells sweep) {
        return sweep.cells().stream()
                .map(cell -> Figure.exact(
                        new Subject("sweep", Map.of("cell", cell.cell())), exact("cost", "GB s"), cell.cost()))
                .toList();
    }

    static List<Figure> of(Predictions predictions) {
        return predictions.runs().stream()
                .map(run -> Figure.exact(
                        new Subject("prediction", Map.of("predictor", run.predictor(), "resource", run.resource())),
                        exact("miss rate", Target.RATIO),
                        run.missRate()))
                .toList();
    }

    static List<Figure> of(Starts starts) {
        List<Figure> figures = new ArrayList<>();
        starts.paths().stream().filter(path -> path.n() > 0).forEach(path -> {
            QuantileSample sample = QuantileSample.of(path);
            Subject subject = Subject.of("starts." + path.path());
            figures.add(start(subject, "p50 start", sample, 0.5));
            figures.add(start(subject, "p99 start", sample, 0.99));
        });
        return figures;
    }

    static List<Figure> of(PoolLoads pool) {
        return pool.loads().stream()
                .flatMap(load -> load.figures().stream()
                        .filter(figure -> figure.n() > 0)
                        .map(figure -> of(Subject.of("pool." + load.name()), figure)))
                .toList();
    }

    private static Figure of(Subject subject, PoolFigure figure) {
        Double high = figure.high();
        double band = figure.unit().equals(Target.RATIO) ? SHARE_BAND : START_BAND;
        return new Figure(
                subject,
                new Metric(figure.name(), figure.unit(), better(figure), band, 0),
                figure.measured(),
                new Interval(figure.low(), high == null ? Double.POSITIVE_INFINITY : high),
                figure.n(),
                List.of());
    }

    /* Where nobody demands anything of it: times are costs, shares and rates are what the pool gives. */
    private static Direction better(PoolFigure figure) {
        PoolFigure.Goal goal = figure.goal();
        boolean cost = goal == null ? figure.unit().equals(Target.MS) : goal.sense() == Target.Sense.AT_MOST;
        return cost ? Direction.SMALLER : Direction.LARGER;
    }

    /* A target's figure stands without its spread: what can be said is on which side of the target it is. */
    static List<Figure> of(Targets targets) {
        return targets.targets().stream()
                .filter(target -> target.met() != null)
                .map(target -> new Figure(
                        new Subject("target", Map.of("name", target.name())),
                        new Metric("met", "of 1", Direction.LARGER, 0, 0),
                        target.verdict() == Target.Verdict.MET ? 1 : 0,
                        null,
                        0,
                        List.of("Measured " + target.measured() + " " + target.unit() + " against " + target.target()
                                + ".")))
                .toList();
    }

    private static Figure start(Subject subject, String name, QuantileSample sample, double quantile) {
        return Figure.quantile(subject, new Metric(name, "ms", Direction.SMALLER, START_BAND, 0), sample, quantile);
    }

    private static Metric exact(String name, String unit) {
        return new Metric(name, unit, Direction.SMALLER, 0, 0);
    }

    private static Metric rate(String name) {
        return new Metric(name, Target.RATIO, Direction.LARGER, 0, 0);
    }
}
