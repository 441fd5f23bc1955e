package dev.agentperf.cache;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks that vote: each has a weight for each tool, learned call by call (multinomial logistic regression; steps as in
 * AdaGrad, Duchi et al. 2011).
 *
 * <p>At most {@value #MOST_MARKS} marks are known, the first ones; others have no vote. Not thread-safe.
 */
final class MarkVotes {
    static final int MOST_MARKS = 2_000;

    private static final double SHRINKAGE = 1e-3;
    private static final double FIRST_SQUARES = 1e-2;

    private final double rate;
    private final Map<String, Weights> marks = new HashMap<>();

    /**
     * Without any weights yet.
     *
     * @param rate how far one call moves a weight that has not moved yet
     */
    MarkVotes(double rate) {
        this.rate = rate;
    }

    /**
     * Returns the sum of the votes for each tool, each vote multiplied by {@code share}: logarithms, but for a
     * constant.
     */
    double[] scores(List<String> seen, double share, int tools) {
        double[] scores = new double[tools];
        for (String mark : seen) {
            Weights weights = marks.get(mark);
            if (weights != null) {
                weights.addTo(scores, share);
            }
        }
        return scores;
    }

    /**
     * Learns that a tool was called where these marks were seen.
     *
     * @param probabilities what each tool was given before the call was known
     */
    void learn(List<String> seen, double share, double[] probabilities, int actual) {
        for (String mark : seen) {
            Weights weights = marks.get(mark);
            if (weights == null && marks.size() < MOST_MARKS) {
                weights = new Weights();
                marks.put(mark, weights);
            }
            if (weights != null) {
                weights.learn(share, probabilities, actual, rate);
            }
        }
    }

    /** One mark's weight for each tool. */
    private static final class Weights {
        private double[] weights = new double[0];
        private double[] squares = new double[0];

        void addTo(double[] scores, double share) {
            for (int tool = 0; tool < Math.min(weights.length, scores.length); tool++) {
                scores[tool] += share * weights[tool];
            }
        }

        /* One step up the gradient of the logarithm of the probability of what came, held back a little towards 0. */
        void learn(double share, double[] probabilities, int actual, double rate) {
            if (weights.length < probabilities.length) {
                weights = Arrays.copyOf(weights, probabilities.length);
                squares = Arrays.copyOf(squares, probabilities.length);
            }
            for (int tool = 0; tool < probabilities.length; tool++) {
                double error = (tool == actual ? 1 : 0) - probabilities[tool];
                double gradient = share * error - SHRINKAGE * weights[tool];
                squares[tool] += gradient * gradient;
                weights[tool] += rate * gradient / Math.sqrt(FIRST_SQUARES + squares[tool]);
            }
        }
    }
}
