package dev.agentperf.predict;

import dev.agentperf.AgentType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The running sums behind one {@link PredictionScore}. Not thread-safe. */
final class ScoreSheet {
    private final Map<AgentType, Misses> byType = new HashMap<>();
    private long predictions;
    private long misses;
    private double used;
    private double over;
    private double under;

    void add(AgentType type, double predicted, double actual) {
        boolean missed = actual > predicted;
        byType.computeIfAbsent(type, newType -> new Misses()).add(missed);
        predictions++;
        misses += missed ? 1 : 0;
        used += actual;
        over += Math.max(0, predicted - actual);
        under += Math.max(0, actual - predicted);
    }

    Optional<PredictionScore> score(String predictor, Resource resource) {
        if (predictions == 0) {
            return Optional.empty();
        }
        double worst = byType.values().stream().mapToDouble(Misses::rate).max().orElse(0);
        return Optional.of(new PredictionScore(
                predictor,
                resource,
                predictions,
                (double) misses / predictions,
                shareOfUsed(over),
                worst,
                shareOfUsed(under)));
    }

    /* Nothing used at all: nothing to measure against, unless nothing was given either. */
    private double shareOfUsed(double amount) {
        return amount == 0 ? 0 : amount / used;
    }

    private static final class Misses {
        private long predictions;
        private long misses;

        void add(boolean missed) {
            predictions++;
            misses += missed ? 1 : 0;
        }

        double rate() {
            return (double) misses / predictions;
        }
    }
}
