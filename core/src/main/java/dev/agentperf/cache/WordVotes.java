package dev.agentperf.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What comes next by the {@linkplain MarkVotes votes} of the words that the user said last, and of the last tool. They
 * learn what all other opinions together got wrong, so that a word has its say only in what the steps do not tell. Not
 * thread-safe.
 */
final class WordVotes {
    private static final double RATE = 0.4;

    private final MarkVotes votes = new MarkVotes(RATE);

    /**
     * Learns that a tool was called after some steps.
     *
     * @param probabilities what each tool was given, these votes included, before the call was known; not asked where
     *     nothing was said
     */
    void learn(List<String> steps, Supplier<double[]> probabilities, int actual) {
        List<String> marks = marksOf(steps);
        if (!marks.isEmpty()) {
            votes.learn(marks, share(marks), probabilities.get(), actual);
        }
    }

    /** Returns by how much each known tool is to be raised: the logarithm of a factor. */
    double[] scores(List<String> steps, int tools) {
        List<String> marks = marksOf(steps);
        return votes.scores(marks, share(marks), tools);
    }

    /* Long talk must not shout down short talk. */
    private static double share(List<String> marks) {
        return 1 / Math.sqrt(marks.size() + 1.0);
    }

    /* None where no turn told its words: the others know the last tool as well. */
    private static List<String> marksOf(List<String> steps) {
        String tool = "";
        String turn = "";
        for (String step : steps) {
            if (!KnownTools.isMark(step)) {
                tool = step;
            } else if (UserTurn.tellsWords(step)) {
                turn = step;
            }
        }
        List<String> marks = new ArrayList<>();
        if (!turn.isEmpty()) {
            marks.add("after\0" + tool);
            UserTurn.in(turn).userWords().forEach(word -> marks.add("said\0" + word));
        }
        return marks;
    }
}
