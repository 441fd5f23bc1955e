package dev.agentperf.predict;

/**
 * Bins that each reach 2 % further than the one before, and the kernel that spreads a run over its neighbours.
 *
 * <p>The grid is the same for all types, so histograms can be added up, and no run ever falls outside.
 */
final class LogGrid {
    private static final double STEP = Math.log(1.02);

    /** A bin stands for its middle. */
    private static final double MIDDLE = 1.01;

    /** Less than a byte or a microsecond is nothing, but nothing has no logarithm. */
    private static final double LEAST = 1e-6;

    /** Middles of the bins that usages fall into, from a millionth to a billion units. */
    private static final int TABLE_FIRST = -720;

    private static final double[] TABLE = table(TABLE_FIRST, 1080);

    private LogGrid() {}

    private static double[] table(int first, int last) {
        double[] middles = new double[last - first + 1];
        for (int bin = first; bin <= last; bin++) {
            middles[bin - first] = Math.exp(bin * STEP) * MIDDLE;
        }
        return middles;
    }

    static int bin(double used) {
        return (int) Math.floor(log(used) / STEP);
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
