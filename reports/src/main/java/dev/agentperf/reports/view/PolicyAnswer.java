package dev.agentperf.reports.view;

import dev.agentperf.reports.model.Target.Verdict;
import dev.agentperf.simulator.result.PolicyRun;
import dev.agentperf.simulator.result.SimulationResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a replay answers: the policy that costs least, and how far it is from hindsight. */
final class PolicyAnswer {
    private static final String QUESTION =
            "Which policy serves this trace at the least cost, and how far is it from" + " hindsight?";

    private PolicyAnswer() {}

    static FirstScreen of(SimulationResult simulation) {
        Optional<PolicyRun> best = simulation.runs().stream()
                .filter(run -> run.claims() > 0)
                .min(Comparator.comparingDouble(PolicyRun::cost));
        return best.map(run -> of(run, simulation.runs().size()))
                .orElseGet(() -> new FirstScreen(
                        QUESTION,
                        "Unknown: no session of the trace asked for a container.",
                        Verdict.NOT_MEASURED,
                        List.of()));
    }

    private static FirstScreen of(PolicyRun best, int policies) {
        String name = Label.of(best.policy()).text();
        String first = policies == 1 ? "Only " + name + " was tried" : name + " costs least of " + policies;
        return new FirstScreen(QUESTION, first + ": " + regret(best) + ".", null, figures(best, name));
    }

    private static String regret(PolicyRun best) {
        Double regret = best.regret();
        if (regret == null) {
            return Figures.percent(cold(best)) + " of claims start cold";
        }
        return regret < 1
                ? "less than the clairvoyant, which starts nothing ahead of claims"
                : Figures.number(regret) + " times what the clairvoyant pays";
    }

    private static List<KeyFigure> figures(PolicyRun best, String name) {
        Double regret = best.regret();
        return List.of(
                KeyFigure.of("Cold starts", "def-warm-rate", Figures.percent(cold(best)), best.claims(), name)
                        .spreading(KeyFigure.EXACT),
                KeyFigure.of(
                                "Idle memory",
                                "def-idle",
                                Figures.gigabyteSeconds(best.idleMbSeconds()) + " GB\u00B7s",
                                null,
                                Figures.number(best.meanIdle()) + " containers idle on average")
                        .spreading(KeyFigure.EXACT),
                KeyFigure.of(
                                "Cost over clairvoyant",
                                "def-regret",
                                regret == null ? Figures.NONE : Figures.number(regret) + " \u00D7",
                                null,
                                "cost " + Figures.number(best.cost()) + " GB\u00B7s")
                        .spreading(KeyFigure.EXACT));
    }

    private static double cold(PolicyRun run) {
        return (double) run.coldStarts() / run.claims();
    }
}
