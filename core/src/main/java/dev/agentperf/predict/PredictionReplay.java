package dev.agentperf.predict;

import dev.agentperf.AgentType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how good a predictor is on runs whose usage is known: each run is first predicted, then compared, then learned,
 * so that nothing is ever predicted from itself.
 *
 * <p>The first run of a type with a resource is learned but not counted: before it there is nothing to predict from
 * ({@link Estimate#samples()} is 0), whatever the predictor offers instead.
 *
 * <p>Not thread-safe.
 */
public final class PredictionReplay {
    private final ResourcePredictor predictor;
    private final Map<Resource, ScoreSheet> sheets = new EnumMap<>(Resource.class);

    /** Creates a replay that has seen no run; the predictor is trained by it and should be new. */
    public PredictionReplay(ResourcePredictor predictor) {
        this.predictor = predictor;
        for (Resource resource : Resource.values()) {
            sheets.put(resource, new ScoreSheet());
        }
    }

    /** Predicts a run, compares, and lets the predictor learn. */
    public void observe(AgentType type, ResourceUsage usage) {
        observe(RunKey.of(type), usage);
    }

    /** Predicts a run, compares, and lets the predictor learn. */
    public void observe(RunKey key, ResourceUsage usage) {
        Prediction prediction = predictor.predict(key);
        sheets.forEach((resource, sheet) -> {
            Estimate estimate = prediction.of(resource);
            if (usage.knows(resource) && estimate.samples() > 0) {
                sheet.add(key.type(), estimate.limit(), usage.of(resource));
            }
        });
        predictor.record(key, usage);
    }

    /**
     * Observes a run that was killed at a limit: it counts with what it would presumably have used.
     *
     * @see ResourcePredictor#recordKilled
     */
    public void observeKilled(RunKey key, ResourceUsage reached, Resource exhausted) {
        observe(key, KilledRun.presumedUsage(reached, exhausted));
    }

    /** Returns the score of one resource; empty before its first counted prediction. */
    public Optional<PredictionScore> score(Resource resource) {
        return sheets.getOrDefault(resource, new ScoreSheet()).score(predictor.name(), resource);
    }

    /** Returns the scores of all resources that have one, in the order of {@link Resource}. */
    public List<PredictionScore> scores() {
        return sheets.keySet().stream()
                .map(this::score)
                .flatMap(Optional::stream)
                .toList();
    }
}
