package dev.agentperf.reports.run;

import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.Predictions.PredictorRun;
import dev.agentperf.reports.model.StandardTarget;
import dev.agentperf.reports.model.StartPath;
import dev.agentperf.reports.model.Starts;
import dev.agentperf.reports.model.Target;
import dev.agentperf.reports.model.Targets;
import dev.agentperf.simulator.result.PolicyRun;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what was measured against the four targets. */
final class Judgement {
    private static final String WARM = "warm-live";

    private Judgement() {}

    /**
     * Judges a run.
     *
     * @param starts real starts; null where none were measured
     * @param policy the replay under the policy that is judged
     * @param predictor the name of the predictor that is judged
     */
    static Targets of(@Nullable Starts starts, PolicyRun policy, Predictions predictions, String predictor) {
        return Targets.of(warmStart(starts), toolHits(policy), statsCalls(policy), withinLimit(predictions, predictor));
    }

    private static Target warmStart(@Nullable Starts starts) {
        Optional<StartPath> warm = starts == null ? Optional.empty() : starts.path(WARM);
        if (starts == null || warm.isEmpty() || warm.get().n() == 0) {
            return StandardTarget.WARM_START_P99.notMeasured("no warm start on a real runtime took part");
        }
        StartPath path = warm.get();
        String failures = path.failures() == 0 ? "" : ", " + path.failures() + " more failed";
        return StandardTarget.WARM_START_P99.judge(
                path.ms().p99(), path.n(), starts.runtime() + ", claim to first answer" + failures);
    }

    private static Target toolHits(PolicyRun run) {
        return run.toolCache().lookups() == 0
                ? StandardTarget.TOOL_HIT_RATE.notMeasured("the trace holds no tool call")
                : StandardTarget.TOOL_HIT_RATE.judge(
                        run.toolCache().hitRate(), run.toolCache().lookups(), "replay, " + run.policy());
    }

    private static Target statsCalls(PolicyRun run) {
        return run.stats().asked() == 0
                ? StandardTarget.STATS_REDUCTION.notMeasured("no session of the trace lasts a second")
                : StandardTarget.STATS_REDUCTION.judge(
                        run.stats().reduction(), run.stats().asked(), "replay, asked once a second, " + run.policy());
    }

    /* The resource that fared worst: a run that keeps one limit and breaks another is not within its limits. */
    private static Target withinLimit(Predictions predictions, String predictor) {
        Optional<PredictorRun> worst = predictions.runs().stream()
                .filter(run -> run.predictor().equals(predictor))
                .max(Comparator.comparingDouble(PredictorRun::missRate));
        return worst.map(run -> StandardTarget.RUNS_WITHIN_LIMIT.judge(
                        1 - run.missRate(),
                        run.predictions(),
                        predictor + ", worst resource: " + run.resource().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> StandardTarget.RUNS_WITHIN_LIMIT.notMeasured("the trace holds no usage"));
    }
}
