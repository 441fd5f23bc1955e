package dev.agentperf.reports.view;

import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.reports.model.Target.Verdict;
import dev.agentperf.simulator.result.SimulationResult;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees first, in every report alike: the question, the answer, and the few figures that carry it.
 *
 * @param question what the report answers
 * @param answer one sentence or two
 * @param verdict whether the answer is the one hoped for; null where there is no such thing
 * @param figures at most three
 * @param others the figures beside them that the answer rests on too, told in one line
 */
public record FirstScreen(
        String question, String answer, @Nullable Verdict verdict, List<KeyFigure> figures, List<KeyFigure> others) {

    /** Copies the figures. */
    public FirstScreen {
        figures = List.copyOf(figures);
        others = List.copyOf(others);
    }

    /** Returns a first screen whose answer rests on its few figures alone. */
    FirstScreen(String question, String answer, @Nullable Verdict verdict, List<KeyFigure> figures) {
        this(question, answer, verdict, figures, List.of());
    }

    /** Returns every figure that the answer rests on. */
    public List<KeyFigure> all() {
        return Stream.concat(figures.stream(), others.stream()).toList();
    }

    /** Returns the first screen of a report, whichever command made it. */
    public static FirstScreen of(RunReport report) {
        if (report.isMainRun()) {
            return RunAnswer.of(report);
        }
        PlannedSizes plan = report.plan();
        if (plan != null) {
            return PlanAnswer.of(plan);
        }
        SweepCells sweep = report.sweep();
        if (sweep != null) {
            return SweepAnswer.of(sweep);
        }
        PoolLoads pool = report.pool();
        if (pool != null) {
            return PoolAnswer.of(pool);
        }
        SimulationResult simulation = report.simulation();
        if (simulation != null) {
            return PolicyAnswer.of(simulation);
        }
        Predictions predictions = report.predictions();
        return predictions == null ? RunAnswer.of(report) : PredictorAnswer.of(predictions);
    }

    /** Returns the first screen of a gate. */
    public static FirstScreen of(GateReport report) {
        return GateAnswer.of(report);
    }
}
