package dev.agentperf.reports.view;

import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.Predictions.PredictorRun;
import dev.agentperf.reports.model.StandardTarget;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Target.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What recorded usage answers: the predictor that keeps the target and wastes least. */
final class PredictorAnswer {
    private static final String QUESTION =
            "Which predictor keeps 95 % of runs within their limit, and what does it waste?";

    /** What is told of first: a limit of memory that is broken kills the agent. */
    private static final String FIRST = "memory";

    private PredictorAnswer() {}

    static FirstScreen of(Predictions predictions) {
        String resource = predictions.runs().stream()
                .map(PredictorRun::resource)
                .min(Comparator.comparing(name -> !name.equals(FIRST)))
                .orElse(FIRST);
        List<PredictorRun> runs = predictions.runs().stream()
                .filter(run -> run.resource().equals(resource) && run.predictions() > 0)
                .toList();
        Optional<PredictorRun> keeper = runs.stream()
                .filter(run -> within(run).verdict() == Verdict.MET)
                .min(Comparator.comparingDouble(PredictorRun::slack));
        return keeper.map(run -> of(run, "keeps the target at the least slack"))
                .or(() -> runs.stream()
                        .min(Comparator.comparingDouble(PredictorRun::missRate))
                        .map(run -> of(run, "comes nearest, and no predictor keeps the target")))
                .orElseGet(() ->
                        new FirstScreen(QUESTION, "Unknown: no run was predicted.", Verdict.NOT_MEASURED, List.of()));
    }

    private static FirstScreen of(PredictorRun best, String what) {
        Target within = within(best);
        String name = Label.of(best.predictor()).text();
        return new FirstScreen(
                QUESTION,
                "For " + Label.of(best.resource()).text() + ", " + name + " " + what + ".",
                within.verdict(),
                List.of(
                        KeyFigure.of(within, "def-miss", Spreads.share(1 - best.missRate(), best.predictions())),
                        KeyFigure.of(
                                "Slack",
                                "def-slack",
                                Figures.number(best.slack()),
                                best.predictions(),
                                "of the mean use, reserved in vain"),
                        KeyFigure.of(
                                "Worst type's miss rate",
                                "def-miss",
                                Figures.percent(best.worstTypeMissRate()),
                                null,
                                "the agent type that fared worst")));
    }

    private static Target within(PredictorRun run) {
        return StandardTarget.RUNS_WITHIN_LIMIT.judge(
                1 - run.missRate(),
                run.predictions(),
                Label.of(run.predictor()).text() + ", "
                        + Label.of(run.resource()).text());
    }
}
