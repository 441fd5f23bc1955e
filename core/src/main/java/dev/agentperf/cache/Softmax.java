package dev.agentperf.cache;

import java.util.Arrays;

/** Probabilities of logarithms. */
final class Softmax {
    private Softmax() {}

    /**
     * Returns the probabilities whose logarithms are these, but for a constant, which may be of any size.
     *
     * @param logs finite; may be empty
     */
    static double[] of(double[] logs) {
        double most = Arrays.stream(logs).max().orElse(0);
        double[] shares = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
