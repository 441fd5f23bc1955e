package dev.agentperf.reports.view;

import dev.agentperf.reports.model.PlannedSizes;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Target.Verdict;
import dev.agentperf.simulator.capacity.CapacityPlan;
import dev.agentperf.simulator.capacity.TypePlan;
import java.util.List;

/** What a plan answers: how many containers, and whether they kept the service level on the unseen rest. */
final class PlanAnswer {
    private PlanAnswer() {}

    static FirstScreen of(PlannedSizes planned) {
        CapacityPlan plan = planned.plan();
        long containers = plan.plans().stream().mapToLong(TypePlan::size).sum();
        String sizes = Figures.count(containers, "container") + " over "
                + Figures.count(plan.plans().size(), "agent type");
        Target rest = rest(planned);
        return new FirstScreen(
                question(planned.level()),
                sizes
                        + (plan.promised()
                                ? ", as far as the future resembles the trace."
                                : ", but no promise: " + Label.line(String.valueOf(plan.reason())) + "."),
                plan.promised()
                        ? Verdict.MET
                        : rest.verdict() == Verdict.MISSED ? Verdict.MISSED : Verdict.NOT_MEASURED,
                List.of(
                        KeyFigure.of("Containers in circulation", "def-plan", Figures.count(containers), null, sizes),
                        KeyFigure.of(rest, "def-plan", spread(rest)),
                        KeyFigure.of(
                                        "Mean idle",
                                        "def-idle",
                                        Figures.number(plan.meanIdle()),
                                        null,
                                        "containers of all types, on the rest")
                                .spreading(KeyFigure.EXACT)));
    }

    private static String question(PlannedSizes.Level level) {
        String share = Figures.percent(level.warmRate());
        return level.maxStartMs() == 0
                ? "How many containers let " + share + " of claims start warm?"
                : "How many containers let " + share + " of claims start within " + Figures.millis(level.maxStartMs())
                        + "?";
    }

    private static Target rest(PlannedSizes planned) {
        Double measured = planned.plan().validatedWarmRate();
        long claims = planned.plan().plans().stream()
                .mapToLong(TypePlan::validatedClaims)
                .sum();
        double demanded = planned.level().warmRate();
        return new Target(
                "In time on the unseen rest",
                demanded,
                measured,
                Target.RATIO,
                measured == null ? null : Target.Sense.AT_LEAST.isMet(measured, demanded),
                Target.Sense.AT_LEAST,
                claims,
                "sizes learned on the first " + Figures.percent(planned.level().train()) + " of the time");
    }

    private static String spread(Target rest) {
        Double measured = rest.measured();
        Long claims = rest.n();
        String range = measured == null || claims == null ? null : Spreads.share(measured, claims);
        return range == null ? Figures.NONE : range;
    }
}
