package dev.agentperf.pool;

import java.util.Arrays;

/**
 * How many of the containers in use will come back soon, from how long earlier ones were away. Not thread-safe: it
 * lives in its type's mailbox.
 *
 * <p>A container that has been away for a time {@code a} comes back within {@code t} with probability {@code 1 - S(a +
 * t) / S(a)}, where {@code S} is the share of earlier absences that were longer; the sum over all is the expected
 * number. Absences are counted in bins a quarter of an octave wide, and older counts fade.
 */
final class ReturnForecast {
    private static final int BINS_PER_OCTAVE = 4;
    private static final int OCTAVES = 48;
    private static final int FADE_AFTER = 512;

    /* Fewer absences than these say nothing yet. */
    private static final int LEAST = 5;

    private final double[] counts = new double[OCTAVES * BINS_PER_OCTAVE];
    private double total;
    private int sinceFading;

    /** Learns for how long a container was away: in use, and being reset. */
    void cameBack(long awayNanos) {
        counts[bin(awayNanos)]++;
        total++;
        sinceFading++;
        if (sinceFading == FADE_AFTER) {
            Arrays.setAll(counts, bin -> counts[bin] / 2);
            total /= 2;
            sinceFading = 0;
        }
    }

    /** Returns the probability that a container which has been away for a time comes back within another. */
    double comesBack(long awayNanos, long withinNanos) {
        double longer = longerThan(awayNanos);
        return total < LEAST || longer <= 0 ? 0 : 1 - longerThan(awayNanos + withinNanos) / longer;
    }

    /* Within a bin the absences are taken for evenly spread. */
    private double longerThan(long nanos) {
        int bin = bin(nanos);
        double sum = counts[bin] * (lowerNanos(bin + 1) - (double) nanos) / (lowerNanos(bin + 1) - lowerNanos(bin));
        for (int longer = bin + 1; longer < counts.length; longer++) {
            sum += counts[longer];
        }
        return Math.max(0, sum);
    }

    private static int bin(long nanos) {
        double octaves = Math.log((double) Math.max(1, nanos)) / Math.log(2);
        return Math.min(OCTAVES * BINS_PER_OCTAVE - 1, (int) (octaves * BINS_PER_OCTAVE));
    }

    private static double lowerNanos(int bin) {
        return Math.pow(2, (double) bin / BINS_PER_OCTAVE);
    }
}
