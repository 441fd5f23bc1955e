package dev.agentperf.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What comes next by the {@linkplain MarkVotes votes} of what a run did so far: its last tools one by one and together,
 * how often it called each, how often its user spoke. It sees what no sequence of three tells: that something was done
 * long ago. Not thread-safe.
 */
final class StepVotes {
    private static final double RATE = 0.3;
    private static final int MOST_TURNS = 6;
    private static final int MOST_LAST_TURNS = 2;
    private static final int MOST_CALLS = 8;
    private static final int MOST_OF_ONE = 3;

    private final MarkVotes votes = new MarkVotes(RATE);

    /** Learns that a tool was called after some steps. */
    void learn(List<String> steps, int actual, int tools) {
        votes.learn(marksOf(steps), 1, probabilities(steps, tools), actual);
    }

    /** Returns the probability of each known tool after these steps; all alike where no run was learned. */
    double[] probabilities(List<String> steps, int tools) {
        return Softmax.of(votes.scores(marksOf(steps), 1, tools));
    }

    /* Separated by what is in no name that was sent as text. */
    private static List<String> marksOf(List<String> steps) {
        List<String> calls = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        int turns = 0;
        int lastTurns = 0;
        for (String step : steps) {
            if (KnownTools.isUserTurn(step)) {
                turns++;
                lastTurns++;
            } else {
                calls.add(step);
                counts.merge(step, 1, Integer::sum);
                lastTurns = 0;
            }
        }
        List<String> marks = new ArrayList<>();
        marks.add("any");
        marks.add("turns\0" + Math.min(turns, MOST_TURNS));
        marks.add("last turns\0" + Math.min(lastTurns, MOST_LAST_TURNS));
        marks.add("calls\0" + Math.min(calls.size(), MOST_CALLS));
        counts.forEach((tool, count) -> marks.add("count\0" + tool + "\0" + Math.min(count, MOST_OF_ONE)));
        addLast(marks, calls, Math.min(lastTurns, MOST_LAST_TURNS));
        return marks;
    }

    private static void addLast(List<String> marks, List<String> calls, int lastTurns) {
        int size = calls.size();
        if (size > 0) {
            String last = calls.get(size - 1);
            marks.add("last\0" + last);
            marks.add("last, turns\0" + last + "\0" + lastTurns);
            if (size > 1) {
                marks.add("second\0" + calls.get(size - 2));
                marks.add("two\0" + calls.get(size - 2) + "\0" + last);
            }
            if (size > 2) {
                marks.add("three\0" + calls.get(size - 3) + "\0" + calls.get(size - 2) + "\0" + last);
            }
        }
    }
}
