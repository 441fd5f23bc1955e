package dev.agentperf.cache;

import dev.agentperf.AgentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how good the guesses of {@link ExecutionPatterns} are on runs that are known: every tool call is guessed from
 * the steps before it and the runs before, then compared; a run is learned when it has ended. Beside it the same calls
 * are guessed from the last tool alone, as a reference. Nothing is kept for 300 seconds here.
 *
 * <p>Not thread-safe.
 */
public final class PatternReplay {
    private static final int TOP = 3;

    private final Map<AgentType, SequenceModel> models = new HashMap<>();
    private final Map<AgentType, FirstOrder> references = new HashMap<>();
    private final List<Compared> compared = new ArrayList<>();

    /** Creates a replay that has seen no run. */
    public PatternReplay() {}

    /**
     * Guesses the calls of a run, compares, and learns the run.
     *
     * @param steps as in {@link ExecutionPatterns#record}
     */
    public void observe(AgentType type, List<String> steps) {
        SequenceModel model = models.computeIfAbsent(type, newType -> new SequenceModel());
        FirstOrder reference = references.computeIfAbsent(type, newType -> new FirstOrder());
        List<String> whole = ExecutionPatterns.fromStart(steps);
        List<String> calls = new ArrayList<>();
        for (int index = 0; index < whole.size(); index++) {
            String actual = whole.get(index);
            if (!KnownTools.isMark(actual)) {
                int rank = rank(model.ranked(whole.subList(0, index)), actual);
                compared.add(new Compared(rank == 0, rank < TOP, actual.equals(reference.next(calls))));
                calls.add(actual);
            }
        }
        model.learn(whole);
        reference.learn(calls);
    }

    private static int rank(List<ExecutionPatterns.Guess> ranked, String actual) {
        for (int rank = 0; rank < Math.min(TOP, ranked.size()); rank++) {
            if (ranked.get(rank).tool().equals(actual)) {
                return rank;
            }
        }
        return TOP;
    }

    /** Returns the score of all calls so far. */
    public Score score() {
        return score(compared);
    }

    /** Returns the score of the second half of the calls so far: what the guesses were worth once some were learned. */
    public Score secondHalf() {
        return score(compared.subList(compared.size() / 2, compared.size()));
    }

    private static Score score(List<Compared> calls) {
        return new Score(
                calls.size(),
                calls.stream().filter(Compared::first).count(),
                calls.stream().filter(Compared::amongThree).count(),
                calls.stream().filter(Compared::reference).count());
    }

    private record Compared(boolean first, boolean amongThree, boolean reference) {}

    /**
     * How often the guesses were right.
     *
     * @param guesses calls that were guessed
     * @param first calls that were the most probable one
     * @param amongThree calls that were among the three most probable ones
     * @param firstOrder calls that a guess from the last tool alone told
     */
    public record Score(long guesses, long first, long amongThree, long firstOrder) {

        /** Returns the share of calls that were guessed first, 0 to 1; 0 without guesses. */
        public double firstRate() {
            return rate(first);
        }

        /** Returns the share of calls that were among the first three guesses, 0 to 1; 0 without guesses. */
        public double amongThreeRate() {
            return rate(amongThree);
        }

        /** Returns the share of calls that a guess from the last tool alone told, 0 to 1; 0 without guesses. */
        public double firstOrderRate() {
            return rate(firstOrder);
        }

        private double rate(long right) {
            return guesses == 0 ? 0 : (double) right / guesses;
        }
    }
}
