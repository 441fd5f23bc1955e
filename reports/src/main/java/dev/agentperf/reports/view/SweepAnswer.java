package dev.agentperf.reports.view;

import dev.agentperf.reports.model.SweepCells;
import dev.agentperf.reports.model.Target.Verdict;
import dev.agentperf.reports.view.SweepRanking.PolicyRank;
import java.util.List;

/** What a sweep answers: the policy that is never far from the best. */
final class SweepAnswer {
    private static final String QUESTION = "Which policy is cheapest over all scenarios, and how wrong can it be?";

    private SweepAnswer() {}

    static FirstScreen of(SweepCells sweep) {
        SweepRanking ranking = SweepRanking.of(sweep);
        if (ranking.policies().isEmpty()) {
            return new FirstScreen(QUESTION, "Unknown: no cell had a claim.", Verdict.NOT_MEASURED, List.of());
        }
        PolicyRank best = ranking.policies().get(0);
        String name = Label.of(best.policy()).text();
        String cells = Figures.count(sweep.cells().size(), "cell");
        return new FirstScreen(
                QUESTION,
                name + ": " + Figures.percent(best.meanExcess())
                        + " dearer than the best of each scenario in the mean, " + Figures.percent(best.worstExcess())
                        + " at worst.",
                null,
                List.of(
                        KeyFigure.of(
                                        "Dearer than the best, mean",
                                        "def-sweep",
                                        Figures.percent(best.meanExcess()),
                                        best.scenarios(),
                                        name)
                                .spreading(KeyFigure.EXACT),
                        KeyFigure.of(
                                        "Dearer than the best, at worst",
                                        "def-sweep",
                                        Figures.percent(best.worstExcess()),
                                        null,
                                        "cheapest in " + Figures.count(best.wins()) + " of "
                                                + Figures.count(best.scenarios(), "scenario"))
                                .spreading(KeyFigure.EXACT),
                        KeyFigure.of(
                                        "Cold starts",
                                        "def-warm-rate",
                                        Figures.percent(best.coldRate()),
                                        best.claims(),
                                        cells + " in all")
                                .spreading(KeyFigure.EXACT)));
    }
}
