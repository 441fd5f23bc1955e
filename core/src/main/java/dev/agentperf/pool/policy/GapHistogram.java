package dev.agentperf.pool.policy;

import java.util.Arrays;

/**
 * Idle gaps from a millisecond to 52 days in bins that grow with the gap: how many, and their sum. Not thread-safe.
 *
 * <p>A bin is one of {@code 2^k} equal parts of an octave; shorter gaps share the first bin, longer ones the last.
 */
final class GapHistogram {
    private static final int FIRST_OCTAVE = 20;
    private static final int OCTAVES = 32;

    private static final double[] EMPTY = {};

    private final int partsLog2;

    /* By octave, empty until a gap falls into it: most kinds of gaps span a few. */
    private final double[][] counts = new double[OCTAVES][];
    private final double[][] sums = new double[OCTAVES][];
    private double total;
    private int first = Integer.MAX_VALUE;
    private int last = -1;

    /** Creates an empty histogram with {@code 2^partsLog2} bins an octave. */
    GapHistogram(int partsLog2) {
        this.partsLog2 = partsLog2;
        Arrays.fill(counts, EMPTY);
        Arrays.fill(sums, EMPTY);
    }

    void add(long gapNanos) {
        int bin = binOf(gapNanos);
        int octave = bin >> partsLog2;
        if (counts[octave].length == 0) {
            counts[octave] = new double[1 << partsLog2];
            sums[octave] = new double[1 << partsLog2];
        }
        counts[octave][partOf(bin)]++;
        sums[octave][partOf(bin)] += gapNanos;
        first = Math.min(first, bin);
        last = Math.max(last, bin);
        total++;
    }

    /** Halves the weight of all that was added so far. */
    void fade() {
        for (int octave = 0; octave < OCTAVES; octave++) {
            halve(counts[octave]);
            halve(sums[octave]);
        }
        total /= 2;
    }

    private static void halve(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= 2;
        }
    }

    private int binOf(long gapNanos) {
        int octave = 63 - Long.numberOfLeadingZeros(gapNanos | 1) - FIRST_OCTAVE;
        if (octave < 0) {
            return 0;
        }
        if (octave >= OCTAVES) {
            return bins() - 1;
        }
        int part = (int) (gapNanos >>> (octave + FIRST_OCTAVE - partsLog2)) - (1 << partsLog2);
        return (octave << partsLog2) + part;
    }

    /** Returns the first bin that holds a gap; after {@link #last} where none does. */
    int first() {
        return first;
    }

    /** Returns the last bin that holds a gap. */
    int last() {
        return last;
    }

    int bins() {
        return OCTAVES << partsLog2;
    }

    /** Returns the weight of the bin's gaps: their number where nothing has faded. */
    double count(int bin) {
        return at(counts, bin);
    }

    double sumNanos(int bin) {
        return at(sums, bin);
    }

    private double at(double[][] numbers, int bin) {
        double[] octave = numbers[bin >> partsLog2];
        return octave.length == 0 ? 0 : octave[partOf(bin)];
    }

    private int partOf(int bin) {
        return bin & (1 << partsLog2) - 1;
    }

    double total() {
        return total;
    }

    /** Returns where the bin begins; {@code bin} may be one past the last. */
    double fromNanos(int bin) {
        int octave = bin >> partsLog2;
        return bin == 0 ? 0 : Math.scalb(1 + partOf(bin) / (double) (1 << partsLog2), FIRST_OCTAVE + octave);
    }
}
