package dev.agentperf.reports.gate.stats;

import dev.agentperf.simulator.engine.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The hierarchical bootstrap of a paired ratio: pairs are drawn with replacement, then iterations within each fork
 * (Kalibera and Jones 2013). Shown beside the interval of t; at ten pairs it is known to be too narrow.
 */
public final class PairedBootstrap {
    private static final int RESAMPLES = 10_000;

    private final List<Pair> pairs;
    private final RandomGenerator random;

    private PairedBootstrap(List<Pair> pairs, RandomGenerator random) {
        this.pairs = pairs;
        this.random = random;
    }

    /**
     * Returns the interval from {@code alpha / 2} to {@code 1 - alpha / 2} of 10,000 resamples.
     *
     * @param pairs at least one
     * @param seed decides the resamples
     * @return the interval's two ends, as ratios
     */
    public static Interval of(List<Pair> pairs, double alpha, long seed) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("pairs must not be empty");
        }
        PairedBootstrap bootstrap =
                new PairedBootstrap(List.copyOf(pairs), new RandomStreams(seed).stream("bootstrap"));
        double[] means = new double[RESAMPLES];
        Arrays.setAll(means, i -> bootstrap.resample());
        Arrays.sort(means);
        int cut = (int) Math.floor(alpha / 2 * RESAMPLES);
        return new Interval(Math.exp(means[cut]), Math.exp(means[RESAMPLES - 1 - cut]));
    }

    private double resample() {
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            sum += Math.log(median(pair.head) / median(pair.base));
        }
        return sum / pairs.size();
    }

    private double median(double[] values) {
        double[] drawn = new double[values.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values[random.nextInt(values.length)];
        }
        Arrays.sort(drawn);
        int middle = drawn.length / 2;
        return drawn.length % 2 == 1 ? drawn[middle] : (drawn[middle - 1] + drawn[middle]) / 2;
    }

    /**
     * An interval of a ratio.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Interval(double low, double high) {}

    /** The iterations of two forks that belong together. */
    public static final class Pair {
        private final double[] base;
        private final double[] head;

        /** Copies the iterations of both forks, each above 0 and at least one. */
        public Pair(double[] base, double[] head) {
            if (base.length == 0 || head.length == 0) {
                throw new IllegalArgumentException("a fork must have iterations");
            }
            this.base = base.clone();
            this.head = head.clone();
        }
    }
}
