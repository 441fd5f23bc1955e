package dev.agentperf.pool.policy;

/**
 * Idle gaps from a millisecond to 52 days in bins that grow with the gap: how many, and their sum. Not thread-safe.
 *
 * <p>A bin is one of {@code 2^k} equal parts of an octave; shorter gaps share the first bin, longer ones the last.
 */
final class GapHistogram {
    private static final int FIRST_OCTAVE = 20;
    private static final int OCTAVES = 32;

    private final int partsLog2;
    private final double[] counts;
    private final double[] sums;
    private double total;
    private int first = Integer.MAX_VALUE;
    private int last = -1;

    /** Creates an empty histogram with {@code 2^partsLog2} bins an octave. */
    GapHistogram(int partsLog2) {
        this.partsLog2 = partsLog2;
        counts = new double[OCTAVES << partsLog2];
        sums = new double[OCTAVES << partsLog2];
    }

    void add(long gapNanos) {
        int bin = binOf(gapNanos);
        counts[bin]++;
        first = Math.min(first, bin);
        last = Math.max(last, bin);
        sums[bin] += gapNanos;
        total++;
    }

    /** Halves the weight of all that was added so far. */
    void fade() {
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] /= 2;
            sums[bin] /= 2;
        }
        total /= 2;
    }

    private int binOf(long gapNanos) {
        int octave = 63 - Long.numberOfLeadingZeros(gapNanos | 1) - FIRST_OCTAVE;
        if (octave < 0) {
            return 0;
        }
        if (octave >= OCTAVES) {
            return counts.length - 1;
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
        return counts.length;
    }

    /** Returns the weight of the bin's gaps: their number where nothing has faded. */
    double count(int bin) {
        return counts[bin];
    }

    double sumNanos(int bin) {
        return sums[bin];
    }

    double total() {
        return total;
    }

    /** Returns where the bin begins; {@code bin} may be one past the last. */
    double fromNanos(int bin) {
        int octave = bin >> partsLog2;
        int part = bin & (1 << partsLog2) - 1;
        return bin == 0 ? 0 : Math.scalb(1 + part / (double) (1 << partsLog2), FIRST_OCTAVE + octave);
    }
}
