package dev.agentperf.cache;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Markov model of variable order: how often each tool followed each of the last three, two, one and no steps.
 *
 * <p>A guess mixes all orders, the longer ones the more often they were seen and the fewer different tools followed
 * them (Witten and Bell, 1991). A run counts half as much as one that came 500 runs later. Thread-safe.
 */
final class SequenceModel {
    static final int ORDER = 3;

    /** Beyond this many pairs of context and tool, only the known ones are counted on: names are not ours to trust. */
    static final int MOST_PAIRS = 50_000;

    private static final double GROWTH = Math.pow(2, 1 / 500.0);
    private static final double RESCALE_ABOVE = 1e100;
    private static final Comparator<ExecutionPatterns.Guess> MOST_PROBABLE = Comparator.comparingDouble(
                    ExecutionPatterns.Guess::probability)
            .reversed()
            .thenComparing(ExecutionPatterns.Guess::tool);

    private final Map<List<String>, Followers> contexts = new HashMap<>();
    private double runWeight = 1;
    private int pairs;

    /** Learns from one run. */
    synchronized void learn(List<String> steps) {
        for (int index = 0; index < steps.size(); index++) {
            if (!steps.get(index).equals(ExecutionPatterns.USER_TURN)) {
                learn(steps.subList(Math.max(0, index - ORDER), index), steps.get(index));
            }
        }
        runWeight *= GROWTH;
        if (runWeight > RESCALE_ABOVE) {
            contexts.values().forEach(followers -> followers.scale(1 / runWeight));
            runWeight = 1;
        }
    }

    private void learn(List<String> recent, String tool) {
        for (int from = 0; from <= recent.size(); from++) {
            List<String> context = recent.subList(from, recent.size());
            Followers followers = contexts.get(context);
            boolean isNew = followers == null || !followers.weights.containsKey(tool);
            if (isNew && pairs == MOST_PAIRS) {
                continue;
            }
            pairs += isNew ? 1 : 0;
            contexts.computeIfAbsent(List.copyOf(context), added -> new Followers())
                    .add(tool, runWeight);
        }
    }

    /** Returns every tool that was ever seen, the most probable next one first; of equals the first in the alphabet. */
    synchronized List<ExecutionPatterns.Guess> ranked(List<String> recent) {
        Map<String, Double> probabilities = new TreeMap<>();
        for (int from = recent.size(); from >= Math.max(0, recent.size() - ORDER); from--) {
            Followers followers = contexts.get(recent.subList(from, recent.size()));
            if (followers != null) {
                followers.mixInto(probabilities, runWeight);
            }
        }
        List<ExecutionPatterns.Guess> guesses = new ArrayList<>();
        probabilities.forEach((tool, probability) -> guesses.add(new ExecutionPatterns.Guess(tool, probability)));
        guesses.sort(MOST_PROBABLE);
        return List.copyOf(guesses);
    }

    /** What followed one context, by weight. */
    private static final class Followers {
        private final Map<String, Double> weights = new TreeMap<>();
        private double total;

        void add(String tool, double weight) {
            weights.merge(tool, weight, Double::sum);
            total += weight;
        }

        void scale(double factor) {
            weights.replaceAll((tool, weight) -> weight * factor);
            total *= factor;
        }

        /* n runs and t different tools: n / (n + t) for what was seen here, the rest for the shorter contexts. */
        void mixInto(Map<String, Double> shorter, double runWeight) {
            double seen = total / runWeight;
            double trust = shorter.isEmpty() ? 1 : seen / (seen + weights.size());
            shorter.replaceAll((tool, probability) -> probability * (1 - trust));
            weights.forEach((tool, weight) -> shorter.merge(requireNonNull(tool), trust * weight / total, Double::sum));
        }
    }
}
