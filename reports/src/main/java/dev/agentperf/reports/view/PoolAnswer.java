package dev.agentperf.reports.view;

import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Target.Verdict;
import dev.agentperf.reports.model.Targets;
import java.util.Comparator;
import java.util.List;

/** What the pool under load answers: whether it kept what was demanded of it. */
final class PoolAnswer {
    private static final int MOST = 3;

    private PoolAnswer() {}

    static FirstScreen of(PoolLoads pool) {
        List<Target> targets = pool.loads().stream()
                .flatMap(load -> load.figures().stream())
                .map(PoolFigure::target)
                .filter(target -> target != null)
                .toList();
        Targets all = Targets.of(targets.toArray(Target[]::new));
        return new FirstScreen(
                "Does the pool keep its promises under load?",
                Verdicts.answer(all),
                Verdicts.overall(all),
                pool.loads().stream()
                        .flatMap(load -> load.figures().stream())
                        .filter(figure -> figure.target() != null)
                        .sorted(Comparator.comparing(figure -> verdict(figure) != Verdict.MISSED))
                        .limit(MOST)
                        .map(PoolAnswer::figure)
                        .toList());
    }

    private static Verdict verdict(PoolFigure figure) {
        Target target = figure.target();
        return target == null ? Verdict.NOT_MEASURED : target.verdict();
    }

    private static KeyFigure figure(PoolFigure figure) {
        Target target = figure.target();
        if (target == null) {
            throw new AssertionError("only figures with a demand come here");
        }
        return KeyFigure.of(target, "def-spread", PoolRow.spread(figure));
    }
}
