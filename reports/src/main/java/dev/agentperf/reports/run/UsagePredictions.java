package dev.agentperf.reports.run;

import dev.agentperf.AgentType;
import dev.agentperf.predict.PredictionReplay;
import dev.agentperf.predict.PredictionScore;
import dev.agentperf.predict.PredictorConfig;
import dev.agentperf.predict.ResourcePredictor;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.reports.model.Predictions;
import dev.agentperf.reports.model.Predictions.PredictorRun;
import dev.agentperf.simulator.trace.Session;
import dev.agentperf.simulator.trace.SessionStream;
import java.util.List;
import java.util.Locale;

/** Several predictors over the same usage, each run predicted before it is learned. Not thread-safe. */
public final class UsagePredictions {
    private final List<PredictionReplay> replays;
    private final SlackCurves curves;

    /**
     * Creates empty predictors that aim at one target.
     *
     * @param names predictors, each one of {@link ResourcePredictor#names()}
     * @param targetMiss the share of runs that may exceed their prediction
     * @throws IllegalArgumentException if a name is unknown
     */
    public UsagePredictions(List<String> names, double targetMiss) {
        this(names, targetMiss, new SlackCurves(List.of()));
    }

    private UsagePredictions(List<String> names, double targetMiss, SlackCurves curves) {
        PredictorConfig config = PredictorConfig.DEFAULT.withTargetMiss(targetMiss);
        replays = names.stream()
                .map(name -> new PredictionReplay(ResourcePredictor.named(name, config)))
                .toList();
        this.curves = curves;
    }

    /**
     * Creates empty predictors that aim at one target, and beside them at many others, which takes ten times as long.
     *
     * @param names predictors, each one of {@link ResourcePredictor#names()}
     * @param targetMiss the share of runs that may exceed their prediction
     * @throws IllegalArgumentException if a name is unknown
     */
    public static UsagePredictions withCurves(List<String> names, double targetMiss) {
        return new UsagePredictions(names, targetMiss, new SlackCurves(names));
    }

    /** Lets every predictor predict one run and learn from it. */
    public void observe(AgentType type, ResourceUsage usage) {
        replays.forEach(replay -> replay.observe(type, usage));
        curves.observe(type, usage);
    }

    /** Observes every session of a trace: its recorded usage, and its duration where it has none. */
    public void observeAll(SessionStream sessions) {
        for (Session session = sessions.next(); session != null; session = sessions.next()) {
            observe(session.type(), session.resourceUsage());
        }
    }

    /** Returns how each predictor did on each resource that occurred. */
    public Predictions result() {
        return new Predictions(
                Predictions.SCHEMA_VERSION,
                replays.stream()
                        .flatMap(replay -> replay.scores().stream())
                        .map(UsagePredictions::run)
                        .toList(),
                curves.result());
    }

    private static PredictorRun run(PredictionScore score) {
        return new PredictorRun(
                score.predictor(),
                score.resource().name().toLowerCase(Locale.ROOT),
                score.predictions(),
                score.missRate(),
                score.slack(),
                score.worstTypeMissRate(),
                score.shortfall());
    }
}
