package dev.agentperf.cache;

import dev.agentperf.AgentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how good the guesses of {@link ExecutionPatterns} are on runs that are known: every tool call but a run's first
 * is guessed from the steps before it and the runs before, then compared; a run is learned when it has ended. Nothing
 * is kept for 300 seconds here.
 *
 * <p>Not thread-safe.
 */
public final class PatternReplay {
    private static final int TOP = 3;

    private final Map<AgentType, SequenceModel> models = new HashMap<>();
    private long guesses;
    private long first;
    private long amongThree;

    /**
     * Guesses the calls of a run, compares, and learns the run.
     *
     * @param steps as in {@link ExecutionPatterns#record}
     */
    public void observe(AgentType type, List<String> steps) {
        SequenceModel model = models.computeIfAbsent(type, newType -> new SequenceModel());
        boolean called = false;
        for (int index = 0; index < steps.size(); index++) {
            boolean isTool = !steps.get(index).equals(ExecutionPatterns.USER_TURN);
            if (isTool && called) {
                compare(model.ranked(steps.subList(0, index)), steps.get(index));
            }
            called |= isTool;
        }
        model.learn(List.copyOf(steps));
    }

    private void compare(List<ExecutionPatterns.Guess> ranked, String actual) {
        guesses++;
        for (int rank = 0; rank < Math.min(TOP, ranked.size()); rank++) {
            if (ranked.get(rank).tool().equals(actual)) {
                first += rank == 0 ? 1 : 0;
                amongThree++;
            }
        }
    }

    /** Returns the score so far. */
    public Score score() {
        return new Score(guesses, first, amongThree);
    }

    /**
     * How often the guesses were right.
     *
     * @param guesses calls that were guessed
     * @param first calls that were the most probable one
     * @param amongThree calls that were among the three most probable ones
     */
    public record Score(long guesses, long first, long amongThree) {

        /** Returns the share of calls that were guessed first, 0 to 1; 0 without guesses. */
        public double firstRate() {
            return guesses == 0 ? 0 : (double) first / guesses;
        }

        /** Returns the share of calls that were among the first three guesses, 0 to 1; 0 without guesses. */
        public double amongThreeRate() {
            return guesses == 0 ? 0 : (double) amongThree / guesses;
        }

        /** Returns what was added since an earlier score: the second half of a replay, say. */
        public Score since(Score earlier) {
            return new Score(guesses - earlier.guesses, first - earlier.first, amongThree - earlier.amongThree);
        }
    }
}
