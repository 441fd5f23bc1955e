package dev.agentperf.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each tool followed each of the last three, two, one and no steps.
 *
 * <p>A guess mixes all orders, the longer ones the more often they were seen and the fewer different tools followed
 * them (Witten and Bell, 1991). A run counts half as much as one that came 500 runs later. Not thread-safe.
 */
final class MarkovOrders {
    static final int ORDER = 3;

    /** Beyond this many pairs of context and tool, only the known ones are counted on. */
    static final int MOST_PAIRS = 50_000;

    private static final double GROWTH = Math.pow(2, 1 / 500.0);
    private static final double RESCALE_ABOVE = 1e100;

    private final Map<List<String>, Followers> contexts = new HashMap<>();
    private double runWeight = 1;
    private int pairs;

    /** Learns from one run; tools without a number are context only. */
    void learn(List<String> steps, KnownTools tools) {
        for (int index = 0; index < steps.size(); index++) {
            int tool = tools.indexOf(steps.get(index));
            if (tool != KnownTools.UNKNOWN) {
                learn(steps.subList(Math.max(0, index - ORDER), index), tool);
            }
        }
        runWeight *= GROWTH;
        if (runWeight > RESCALE_ABOVE) {
            contexts.values().forEach(followers -> followers.scale(1 / runWeight));
            runWeight = 1;
        }
    }

    private void learn(List<String> recent, int tool) {
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

    /** Returns the probability of each known tool after these steps; all 0 where no run was learned. */
    double[] probabilities(List<String> steps, KnownTools tools) {
        double[] probabilities = new double[tools.size()];
        boolean isEmpty = true;
        for (int from = steps.size(); from >= Math.max(0, steps.size() - ORDER); from--) {
            Followers followers = contexts.get(steps.subList(from, steps.size()));
            if (followers != null) {
                followers.mixInto(probabilities, isEmpty ? 1 : followers.trust(runWeight));
                isEmpty = false;
            }
        }
        return probabilities;
    }

    /** What followed one context, by weight. */
    private static final class Followers {
        private final Map<Integer, Double> weights = new HashMap<>();
        private double total;

        void add(int tool, double weight) {
            weights.merge(tool, weight, Double::sum);
            total += weight;
        }

        void scale(double factor) {
            weights.replaceAll((tool, weight) -> weight * factor);
            total *= factor;
        }

        /* n runs and t different tools: n / (n + t) for what was seen here, the rest for the shorter contexts. */
        double trust(double runWeight) {
            double seen = total / runWeight;
            return seen / (seen + weights.size());
        }

        void mixInto(double[] shorter, double trust) {
            for (int tool = 0; tool < shorter.length; tool++) {
                shorter[tool] *= 1 - trust;
            }
            weights.forEach((tool, weight) -> shorter[tool] += trust * weight / total);
        }
    }
}
