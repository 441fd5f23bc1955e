package dev.agentperf.reports.cli;

import dev.agentperf.reports.model.PatternScores;
import dev.agentperf.reports.model.PatternScores.PatternScore;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.Predictions.PredictorRun;
import dev.agentperf.reports.model.SlackCurve;
import dev.agentperf.reports.view.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalDouble;

/** Predictions as text. */
final class PredictionTable {
    private PredictionTable() {}

    /** Prints each predictor as it came out, and then its slack at exactly the target, where its curve reaches it. */
    static void print(Predictions result, double targetMiss, PrintWriter out) {
        TextTable table = new TextTable(List.of(
                "predictor",
                "resource",
                "runs",
                "missed",
                "slack",
                "worst type",
                "shortfall",
                "slack at " + Figures.percent(targetMiss)));
        for (PredictorRun run : result.runs()) {
            table.add(List.of(
                    run.predictor(),
                    run.resource(),
                    Figures.count(run.predictions()),
                    Figures.percent(run.missRate()),
                    Figures.number(run.slack()),
                    Figures.percent(run.worstTypeMissRate()),
                    Figures.number(run.shortfall()),
                    slackAt(targetMiss, run, result.curves())));
        }
        table.print(out);
    }

    private static String slackAt(double targetMiss, PredictorRun run, List<SlackCurve> curves) {
        OptionalDouble slack = curves.stream()
                .filter(curve -> run.resource().equals(curve.resource())
                        && (run.predictor().equals(curve.predictor())
                                || run.predictor().equals(curve.predictor() + SlackCurve.AIMED)))
                .map(curve -> curve.slackAt(targetMiss))
                .flatMapToDouble(OptionalDouble::stream)
                .findFirst();
        return slack.isPresent() ? Figures.number(slack.getAsDouble()) : Figures.NONE;
    }

    /** Prints how well the next tool was guessed. */
    static void print(PatternScores result, PrintWriter out) {
        TextTable table = new TextTable(
                List.of("type", "calls", "top 1", "top 3", "from the last tool", "gain, points", "trace"));
        for (PatternScore score : result.patterns()) {
            table.add(List.of(
                    score.type(),
                    Figures.count(score.calls()),
                    Figures.percent(score.top1()),
                    Figures.percent(score.top3()),
                    Figures.percent(score.firstOrder()),
                    Figures.number(100 * (score.top1() - score.firstOrder())),
                    score.trace()));
        }
        table.print(out);
        out.println("Counted on the second half of each type's calls, guessed from the sessions before.");
    }
}
