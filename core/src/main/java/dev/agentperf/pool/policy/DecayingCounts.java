package dev.agentperf.pool.policy;

import java.util.Arrays;

/** How often each small whole number was seen, recent sightings counting more. Not thread-safe. */
final class DecayingCounts {
    /* Two thousand claims: a 0.99 quantile then rests on some thirty of them, and a changed load shows within the day. */
    private static final double HALF_LIFE = 2_000;
    private static final double GROWTH = Math.pow(2, 1 / HALF_LIFE);
    private static final double RENORMALISE_ABOVE = 1e100;

    private double[] weights = new double[16];
    private double total;
    private double weight = 1;

    void add(int number) {
        if (number >= weights.length) {
            weights = Arrays.copyOf(weights, Math.max(number + 1, weights.length * 2));
        }
        weights[number] += weight;
        total += weight;
        weight *= GROWTH;
        if (weight > RENORMALISE_ABOVE) {
            renormalise();
        }
    }

    private void renormalise() {
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= weight;
        }
        total /= weight;
        weight = 1;
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
