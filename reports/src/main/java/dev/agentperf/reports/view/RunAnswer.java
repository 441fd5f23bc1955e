package dev.agentperf.reports.view;

import dev.agentperf.reports.model.RunReport;
import dev.agentperf.reports.model.StandardTarget;
import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Targets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the main job answers: the targets. The three that carry the verdict come first: what is missed, then what was
 * not measured; and of those that are met, the saved calls last, which the way of asking decides more than the trace.
 */
final class RunAnswer {
    private static final int MOST = 3;

    private static final Map<String, String> DEFINITIONS = Map.of(
            StandardTarget.WARM_START_P99.title(), "def-start",
            StandardTarget.TOOL_HIT_RATE.title(), "def-tool-hits",
            StandardTarget.STATS_REDUCTION.title(), "def-stats",
            StandardTarget.RUNS_WITHIN_LIMIT.title(), "def-miss");

    private RunAnswer() {}

    static FirstScreen of(RunReport report) {
        Targets targets = report.targets();
        List<KeyFigure> figures = targets == null
                ? List.of()
                : targets.targets().stream()
                        .sorted(Comparator.comparingInt((Target target) -> rank(target.verdict()))
                                .thenComparing(target -> target.name().equals(StandardTarget.STATS_REDUCTION.title())))
                        .map(target -> KeyFigure.of(target, definition(target), spread(target, report.starts())))
                        .toList();
        int carrying = Math.min(MOST, figures.size());
        return new FirstScreen(
                Verdicts.QUESTION,
                Verdicts.answer(targets),
                Verdicts.overall(targets),
                figures.subList(0, carrying),
                figures.subList(carrying, figures.size()));
    }

    private static int rank(Target.Verdict verdict) {
        return switch (verdict) {
            case MISSED -> 0;
            case NOT_MEASURED -> 1;
            case MET -> 2;
        };
    }

    private static String definition(Target target) {
        return DEFINITIONS.getOrDefault(target.name(), "definitions");
    }

    private static @Nullable String spread(Target target, @Nullable Starts starts) {
        Double measured = target.measured();
        if (measured == null) {
            return null;
        }
        if (target.name().equals(StandardTarget.WARM_START_P99.title())) {
            return starts == null
                    ? null
                    : starts.path(StartPath.WARM_LIVE)
                            .map(path -> Spreads.quantile(path, 0.99))
                            .orElse(null);
        }
        if (target.name().equals(StandardTarget.RUNS_WITHIN_LIMIT.title())) {
            return target.n() == null ? null : Spreads.share(measured, target.n());
        }
        return DEFINITIONS.containsKey(target.name()) ? KeyFigure.EXACT : null;
    }
}
