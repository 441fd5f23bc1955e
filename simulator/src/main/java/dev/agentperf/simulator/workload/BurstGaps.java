package dev.agentperf.simulator.workload;

import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Gaps between sessions that come in bursts: hyperexponential of two phases, short gaps inside a burst and long pauses
 * between two. Mean and coefficient of variation are exactly those asked for. Not thread-safe.
 *
 * <p>With mean 1, short gaps of mean f and pauses with probability a, the two moments give a = 1 / (1 + (c^2 - 1) / (2
 * (1 - f)^2)) and pauses of mean f + (1 - f) / a. A burst then has 1 / a sessions in the mean. With c = 1 there are
 * only pauses, which is a Poisson process.
 */
final class BurstGaps {
    private final RandomGenerator random;
    private final double pauseProbability;
    private final ExponentialDistribution shortGap;
    private final ExponentialDistribution pause;

    BurstGaps(double mean, double cv, double burstGap, RandomGenerator random) {
        this.random = random;
        double rest = 1 - burstGap;
        this.pauseProbability = 1 / (1 + (cv * cv - 1) / (2 * rest * rest));
        this.shortGap = new ExponentialDistribution(random, mean * burstGap);
        this.pause = new ExponentialDistribution(random, mean * (burstGap + rest / pauseProbability));
    }

    /** Draws the next gap, in the unit of the mean. */
    double next() {
        return random.nextDouble() < pauseProbability ? pause.sample() : shortGap.sample();
    }
}
