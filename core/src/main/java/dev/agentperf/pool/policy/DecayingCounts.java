package dev.agentperf.pool.policy;

import java.util.Arrays;

/** How often each small whole number was seen, recent sightings counting more. Not thread-safe. */
final class DecayingCounts {
    private static final double RENORMALISE_ABOVE = 1e100;

    private final double growth;
    private double[] weights = new double[16];
    private double total;
    private double sum;
    private double sumOfSquares;
    private double weight = 1;

    /** Creates empty counts, in which a sighting counts half of what it did after {@code halfLife} more. */
    DecayingCounts(int halfLife) {
        growth = Math.pow(2, 1.0 / halfLife);
    }

    void add(int number) {
        if (number >= weights.length) {
            weights = Arrays.copyOf(weights, Math.max(number + 1, weights.length * 2));
        }
        weights[number] += weight;
        total += weight;
        sum += weight * number;
        sumOfSquares += weight * number * number;
        weight *= growth;
        if (weight > RENORMALISE_ABOVE) {
            renormalise();
        }
    }

    private void renormalise() {
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= weight;
        }
        total /= weight;
        sum /= weight;
        sumOfSquares /= weight;
        weight = 1;
    }

    /** Returns how many sightings count, the last one as one; in the long run 1.44 half-lives. */
    double size() {
        return total * growth / weight;
    }

    /** Returns the mean; only after a first sighting. */
    double mean() {
        return sum / total;
    }

    /** Returns the variance of what was seen; only after a first sighting. */
    double variance() {
        return Math.max(0, sumOfSquares / total - mean() * mean());
    }

    /** Returns the share of what was seen that is less than {@code number}; only after a first sighting. */
    double shareBelow(int number) {
        double below = 0;
        for (int i = 0; i < Math.min(number, weights.length); i++) {
            below += weights[i];
        }
        return Math.min(1, below / total);
    }

    /**
     * Returns the smallest number that at least the given share of what was seen does not exceed; 0 when nothing was.
     */
    int quantile(double share) {
        double left = share * total;
        for (int number = 0; number < weights.length; number++) {
            left -= weights[number];
            if (left <= 0) {
                return number;
            }
        }
        return weights.length - 1;
    }
}
