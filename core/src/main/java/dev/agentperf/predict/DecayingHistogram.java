package dev.agentperf.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Weights of past runs in numbered bins, in which a run counts half as much as one that came a half-life later.
 *
 * <p>Instead of shrinking all old weights, each new run weighs more than the last; all weights are brought back before
 * they overflow. Each run is spread over neighbouring bins by a kernel. The bins grow in both directions as needed. Not
 * thread-safe.
 */
final class DecayingHistogram {
    private static final double RESCALE_ABOVE = 1e100;
    private static final double LN_2 = Math.log(2);
    private static final int MARGIN_BINS = 16;

    /** More than any double usage can fall into, on either side of bin 0. */
    private static final int MOST_BINS = 40_000;

    private final double growth;
    private final double[] kernel;
    private double[] weights = new double[0];
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
        for (int offset = 0; offset < kernel.length; offset++) {
            weights[bin - reach - firstBin + offset] += nextWeight * kernel[offset];
        }
        total += nextWeight;
        nextWeight *= growth;
        if (nextWeight > RESCALE_ABOVE) {
            rescale();
        }
    }

    /** Returns the number of the lowest bin that there is; it may have no weight. */
    int firstBin() {
        return firstBin;
    }

    /** Returns the number of the highest bin that there is; it may have no weight. */
    int lastBin() {
        return firstBin + weights.length - 1;
    }

    double weight(int bin) {
        return weights[bin - firstBin];
    }

    double total() {
        return total;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(nextWeight);
        out.writeDouble(total);
        out.writeInt((int) Arrays.stream(weights).filter(weight -> weight > 0).count());
        for (int index = 0; index < weights.length; index++) {
            if (weights[index] > 0) {
                out.writeInt(firstBin + index);
                out.writeDouble(weights[index]);
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
            weights[bin - firstBin] = PredictorState.readFinite(in, 0);
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
        if (weights.length == 0) {
            firstBin = lowest - MARGIN_BINS;
            weights = new double[highest - lowest + 1 + 2 * MARGIN_BINS];
        } else if (lowest < firstBin || highest > lastBin()) {
            int newFirst = lowest < firstBin ? lowest - MARGIN_BINS : firstBin;
            int newLast = highest > lastBin() ? highest + MARGIN_BINS : lastBin();
            double[] grown = new double[newLast - newFirst + 1];
            System.arraycopy(weights, 0, grown, firstBin - newFirst, weights.length);
            weights = grown;
            firstBin = newFirst;
        }
    }

    private void rescale() {
        for (int index = 0; index < weights.length; index++) {
            weights[index] /= nextWeight;
        }
        total /= nextWeight;
        nextWeight = 1;
    }
}
