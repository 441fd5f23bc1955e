package dev.agentperf.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What comes next by the votes of what a run did so far: its last tools one by one and together, how often it called
 * each, how often its user spoke. Each of these marks has a weight for each tool, learned run by run (multinomial
 * logistic regression; steps as in AdaGrad, Duchi et al. 2011). It sees what no sequence of three tells: that something
 * was done long ago. Not thread-safe.
 */
final class StepVotes {
    /** Beyond this many marks, only the known ones vote. */
    static final int MOST_MARKS = 2_000;

    private static final double RATE = 0.3;
    private static final double SHRINKAGE = 1e-3;
    private static final double FIRST_SQUARES = 1e-2;
    private static final int MOST_TURNS = 6;
    private static final int MOST_LAST_TURNS = 2;
    private static final int MOST_CALLS = 8;
    private static final int MOST_OF_ONE = 3;

    private final Map<String, Votes> marks = new HashMap<>();

    /** Learns that a tool was called after some steps. */
    void learn(List<String> steps, int actual, int tools) {
        List<String> seen = marksOf(steps);
        double[] probabilities = votesOf(seen, tools);
        for (String mark : seen) {
            Votes votes = marks.get(mark);
            if (votes == null && marks.size() < MOST_MARKS) {
                votes = new Votes();
                marks.put(mark, votes);
            }
            if (votes != null) {
                votes.learn(probabilities, actual);
            }
        }
    }

    /** Returns the probability of each known tool after these steps; all alike where no run was learned. */
    double[] probabilities(List<String> steps, int tools) {
        return votesOf(marksOf(steps), tools);
    }

    private double[] votesOf(List<String> seen, int tools) {
        double[] scores = new double[tools];
        for (String mark : seen) {
            Votes votes = marks.get(mark);
            if (votes != null) {
                votes.addTo(scores);
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int tool = 0; tool < tools; tool++) {
            scores[tool] = Math.exp(scores[tool] - most);
            sum += scores[tool];
        }
        for (int tool = 0; tool < tools; tool++) {
            scores[tool] /= sum;
        }
        return scores;
    }

    /* Separated by what is in no name that was sent as text. */
    private static List<String> marksOf(List<String> steps) {
        List<String> calls = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        int turns = 0;
        int lastTurns = 0;
        for (String step : steps) {
            if (step.equals(ExecutionPatterns.USER_TURN)) {
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

    /** One mark's weight for each tool. */
    private static final class Votes {
        private double[] weights = new double[0];
        private double[] squares = new double[0];

        void addTo(double[] scores) {
            for (int tool = 0; tool < Math.min(weights.length, scores.length); tool++) {
                scores[tool] += weights[tool];
            }
        }

        /* One step up the gradient of the logarithm of the probability of what came, held back a little towards 0. */
        void learn(double[] probabilities, int actual) {
            if (weights.length < probabilities.length) {
                weights = Arrays.copyOf(weights, probabilities.length);
                squares = Arrays.copyOf(squares, probabilities.length);
            }
            for (int tool = 0; tool < probabilities.length; tool++) {
                double gradient = (tool == actual ? 1 : 0) - probabilities[tool] - SHRINKAGE * weights[tool];
                squares[tool] += gradient * gradient;
                weights[tool] += RATE * gradient / Math.sqrt(FIRST_SQUARES + squares[tool]);
            }
        }
    }
}
