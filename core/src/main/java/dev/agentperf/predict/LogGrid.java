package dev.agentperf.predict;

/**
 * Bins that each reach 2 % further than the one before, 35 to the doubling, and the kernel that spreads a run over its
 * neighbours.
 *
 * <p>The grid is the same for all types, so histograms can be added up, and no run ever falls outside.
 */
final class LogGrid {
    /* A bin without a logarithm
     *
     * As the bins divide each doubling alike, a number's exponent tells which 35 of them it is in, and its mantissa which
     * of those. The first seven bits of the mantissa narrow that down to two neighbours, for a slot that they number is
     * narrower than any bin; one comparison with where the second one starts decides. */
    private static final int BINS_A_DOUBLING = 35;
    private static final double STEP = Math.log(2) / BINS_A_DOUBLING;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final int SLOT_BITS = 7;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final double[] STARTS = starts();
    private static final byte[] FIRST_IN_SLOT = firstInSlot();

    /** A bin stands for its middle. */
    private static final double MIDDLE = 1.01;

    /** Less than a byte or a microsecond is nothing, but nothing has no logarithm. */
    static final double LEAST = 1e-6;

    /** Middles of the bins that usages fall into, from a millionth to a billion units. */
    private static final int TABLE_FIRST = -720;

    private static final double[] TABLE = table(TABLE_FIRST, 1080);

    private LogGrid() {}

    private static double[] starts() {
        double[] starts = new double[BINS_A_DOUBLING + 1];
        for (int bin = 0; bin < starts.length; bin++) {
            starts[bin] = Math.pow(2, (double) bin / BINS_A_DOUBLING);
        }
        return starts;
    }

    private static byte[] firstInSlot() {
        byte[] first = new byte[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            double start = 1 + (double) slot / SLOTS;
            while (STARTS[first[slot] + 1] <= start) {
                first[slot]++;
            }
        }
        return first;
    }

    private static double[] table(int first, int last) {
        double[] middles = new double[last - first + 1];
        for (int bin = first; bin <= last; bin++) {
            middles[bin - first] = Math.exp(bin * STEP) * MIDDLE;
        }
        return middles;
    }

    static int bin(double used) {
        long bits = Double.doubleToRawLongBits(Math.max(used, LEAST));
        int doubling = (int) (bits >>> MANTISSA_BITS) - Double.MAX_EXPONENT;
        int bin = FIRST_IN_SLOT[(int) (bits >>> (MANTISSA_BITS - SLOT_BITS)) & (SLOTS - 1)];
        double mantissa = Double.longBitsToDouble((bits & MANTISSA) | ONE);
        return doubling * BINS_A_DOUBLING + (mantissa < STARTS[bin + 1] ? bin : bin + 1);
    }

    static double middle(int bin) {
        int index = bin - TABLE_FIRST;
        return index >= 0 && index < TABLE.length ? TABLE[index] : Math.exp(bin * STEP) * MIDDLE;
    }

    /** Returns the natural logarithm of a usage. */
    static double log(double used) {
        return Math.log(Math.max(used, LEAST));
    }

    /**
     * Returns a Gaussian kernel, cut off at four bandwidths.
     *
     * @param bandwidth its standard deviation, in units of the natural logarithm; more than 0
     */
    static double[] kernel(double bandwidth) {
        int reach = (int) Math.floor(4 * bandwidth / STEP) + 1;
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int offset = -reach; offset <= reach; offset++) {
            double distance = offset * STEP / bandwidth;
            kernel[offset + reach] = Math.exp(-distance * distance / 2);
            sum += kernel[offset + reach];
        }
        for (int index = 0; index < kernel.length; index++) {
            kernel[index] /= sum;
        }
        return kernel;
    }
}
