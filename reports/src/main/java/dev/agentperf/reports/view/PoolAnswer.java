package dev.agentperf.reports.view;

import dev.agentperf.reports.model.PoolFigure;
import dev.agentperf.reports.model.PoolLoad;
import dev.agentperf.reports.model.PoolLoads;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Target.Verdict;
import dev.agentperf.reports.model.Targets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
                        .flatMap(PoolAnswer::figures)
                        .sorted(Comparator.comparing(figure -> !isMissed(figure)))
                        .limit(MOST)
                        .toList());
    }

    private static boolean isMissed(KeyFigure figure) {
        Target target = figure.target();
        return target != null && target.verdict() == Verdict.MISSED;
    }

    /* Under several loads the same figure is demanded: each says under which it was measured. */
    private static Stream<KeyFigure> figures(PoolLoad load) {
        return load.figures().stream()
                .flatMap(figure -> Stream.ofNullable(figure.target())
                        .map(target -> KeyFigure.of(target, "def-spread", PoolRow.spread(figure))
                                .under(load.name())));
    }
}
