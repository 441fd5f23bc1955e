package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Weights of past runs in numbered bins, in which a run counts half as much as one that came a half-life later.
 *
 * <p>Instead of shrinking all old weights, each new run weighs more than the last; all weights are brought back before
 * they overflow. Each run is spread over neighbouring bins by a kernel, and as that takes longer than all else, not
 * before somebody reads the weights: runs that came to one bin meanwhile are spread together. The bins grow in both
 * directions as needed. Not thread-safe.
 */
final class DecayingHistogram {
    private static final double RESCALE_ABOVE = 1e100;
    private static final double LN_2 = Math.log(2);
    private static final int MARGIN_BINS = 16;

    /** More than any double usage can fall into, on either side of bin 0. */
    private static final int MOST_BINS = 40_000;

    private final double growth;
    private final double[] kernel;
    private double[] spread = new double[0];

    /** What has come to each bin since weights were read, and between which bins. */
    private double[] added = new double[0];

    private int lowestAdded = Integer.MAX_VALUE;
    private int highestAdded = Integer.MIN_VALUE;

    private int firstBin;
    private double nextWeight = 1;
    private double total;

    /**
     * Creates an empty histogram.
     *
     * @param halfLifeRuns after how many further runs one counts half; more than 0
     * @param kernel the share of a run that its own bin and its neighbours get; odd length, sum 1
     */
    DecayingHistogram(double halfLifeRuns, double[] kernel) {
        this.growth = Math.pow(2, 1 / halfLifeRuns);
        this.kernel = kernel.clone();
    }

    /** Adds one run. */
    void add(int bin) {
        int reach = kernel.length / 2;
        include(bin - reach, bin + reach);
        added[bin - firstBin] += nextWeight;
        lowestAdded = Math.min(lowestAdded, bin);
        highestAdded = Math.max(highestAdded, bin);
        total += nextWeight;
        nextWeight *= growth;
        if (nextWeight > RESCALE_ABOVE) {
            rescale();
        }
    }

    /** Returns the weights as they are now; they are good until the next run is added. */
    Weights weights() {
        for (int bin = lowestAdded; bin <= highestAdded; bin++) {
            double weight = added[bin - firstBin];
            if (weight > 0) {
                added[bin - firstBin] = 0;
                spread(bin, weight);
            }
        }
        lowestAdded = Integer.MAX_VALUE;
        highestAdded = Integer.MIN_VALUE;
        return new Weights(spread, firstBin, total);
    }

    private void spread(int bin, double weight) {
        int lowest = bin - kernel.length / 2 - firstBin;
        for (int offset = 0; offset < kernel.length; offset++) {
            spread[lowest + offset] += weight * kernel[offset];
        }
    }

    /** The weight of each bin. */
    static final class Weights {
        private final double[] bins;
        private final int firstBin;
        private final double total;

        private Weights(double[] bins, int firstBin, double total) {
            this.bins = bins;
            this.firstBin = firstBin;
            this.total = total;
        }

        /** Returns the number of the lowest bin that there is; it may have no weight. */
        int firstBin() {
            return firstBin;
        }

        /** Returns the number of the highest bin that there is; it may have no weight. */
        int lastBin() {
            return firstBin + bins.length - 1;
        }

        /** Returns the weight of a bin, from the first to the last. */
        double of(int bin) {
            return bins[bin - firstBin];
        }

        double total() {
            return total;
        }
    }

    void save(DataOutput out) throws IOException {
        Weights weights = weights();
        out.writeDouble(nextWeight);
        out.writeDouble(total);
        out.writeInt((int) Arrays.stream(spread).filter(weight -> weight > 0).count());
        for (int bin = weights.firstBin(); bin <= weights.lastBin(); bin++) {
            if (weights.of(bin) > 0) {
                out.writeInt(bin);
                out.writeDouble(weights.of(bin));
            }
        }
    }

    /** Takes over what another histogram of the same half-life and kernel has written; to be called on an empty one. */
    void restore(DataInput in) throws IOException {
        nextWeight = PredictorState.readFinite(in, 1);
        total = PredictorState.readFinite(in, 0);
        int bins = PredictorState.readCount(in, MOST_BINS);
        for (int count = 0; count < bins; count++) {
            int bin = in.readInt();
            if (Math.abs((long) bin) > MOST_BINS) {
                throw new IOException("bin must be within " + MOST_BINS + ", was " + bin);
            }
            include(bin, bin);
            spread[bin - firstBin] = PredictorState.readFinite(in, 0);
        }
    }

    /** Returns how many runs of equal weight would tell as much: (sum of weights)² over the sum of their squares. */
    static double effectiveRuns(long runs, double halfLifeRuns) {
        double decay = LN_2 / halfLifeRuns;
        double ratio = Math.exp(-decay);
        double rest = Math.exp(-decay * runs);
        return (1 - rest) * (1 + ratio) / ((1 + rest) * (1 - ratio));
    }

    private void include(int lowest, int highest) {
        if (spread.length == 0) {
            firstBin = lowest - MARGIN_BINS;
            spread = new double[highest - lowest + 1 + 2 * MARGIN_BINS];
            added = new double[spread.length];
        } else if (lowest < firstBin || highest >= firstBin + spread.length) {
            int below = firstBin - lowest;
            int above = highest - firstBin - spread.length + 1;
            grow(below > 0 ? below + MARGIN_BINS : 0, above > 0 ? above + MARGIN_BINS : 0);
        }
    }

    private void grow(int below, int above) {
        spread = grown(spread, below, above);
        added = grown(added, below, above);
        firstBin -= below;
    }

    private static double[] grown(double[] bins, int below, int above) {
        double[] grown = new double[below + bins.length + above];
        System.arraycopy(bins, 0, grown, below, bins.length);
        return grown;
    }

    private void rescale() {
        for (int index = 0; index < spread.length; index++) {
            spread[index] /= nextWeight;
            added[index] /= nextWeight;
        }
        total /= nextWeight;
        nextWeight = 1;
    }
}
