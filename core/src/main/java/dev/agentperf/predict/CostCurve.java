package dev.agentperf.predict;

import java.util.Arrays;

/**
 * For every price of a miss the limit that costs least, from one histogram. Immutable.
 *
 * <p>With runs spread as in the histogram, the limit x costs slack(x) + price × miss(x), where slack is what the runs
 * would leave unused, in mean runs, and miss the share that would need more.
 */
final class CostCurve {
    /* The lower envelope
     *
     * Seen as a function of the price, each bin's cost is a straight line: slack at price 0, rising by miss. The cheapest
     * limit at each price is the lowest line there, so only the lines of the lower envelope are kept, each with the price
     * from which on it is the lowest. Limits rise along the envelope. Building it takes one pass over the bins, and then
     * any number of prices are answered by binary search. */
    private final int[] bins;
    private final double[] misses;
    private final double[] nextShares;
    private final double[] fromPrices;
    private final double mean;

    private CostCurve(int[] bins, double[] misses, double[] nextShares, double[] fromPrices, double mean) {
        this.bins = bins;
        this.misses = misses;
        this.nextShares = nextShares;
        this.fromPrices = fromPrices;
        this.mean = mean;
    }

    /** Builds the curve of a histogram that is not empty. */
    static CostCurve of(DecayingHistogram histogram) {
        double mean = mean(histogram);
        Envelope envelope = new Envelope(histogram.lastBin() - histogram.firstBin() + 1);
        double perTotal = 1 / histogram.total();
        double covered = 0;
        double used = 0;
        for (int bin = histogram.firstBin(); bin <= histogram.lastBin(); bin++) {
            double share = histogram.weight(bin) * perTotal;
            if (share > 0) {
                double limit = LogGrid.middle(bin);
                covered += share;
                used += share * limit;
                envelope.add(bin, (limit * covered - used) / mean, Math.max(0, 1 - covered));
            }
        }
        return envelope.curve(histogram, mean);
    }

    private static double mean(DecayingHistogram histogram) {
        double sum = 0;
        for (int bin = histogram.firstBin(); bin <= histogram.lastBin(); bin++) {
            sum += histogram.weight(bin) * LogGrid.middle(bin);
        }
        return sum / histogram.total();
    }

    /**
     * Returns the cheapest limit.
     *
     * @param price what a miss costs, in mean runs; more than 0
     */
    double limit(double price) {
        return LogGrid.middle(bins[indexAt(price)]);
    }

    /** Returns why the limit at a price is where it is. */
    Basis.CostBalance basis(double price, double effectiveRuns) {
        int index = indexAt(price);
        double step = LogGrid.middle(bins[index] + 1) - LogGrid.middle(bins[index]);
        double stepSlack = step * (1 - misses[index]) / mean;
        return new Basis.CostBalance(step, stepSlack, nextShares[index], effectiveRuns, price);
    }

    private int indexAt(double price) {
        int found = Arrays.binarySearch(fromPrices, price);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** The lines that are lowest somewhere, among those added so far. */
    private static final class Envelope {
        private final int[] bins;
        private final double[] slacks;
        private final double[] misses;
        private final double[] fromPrices;
        private int size;

        Envelope(int most) {
            bins = new int[most];
            slacks = new double[most];
            misses = new double[most];
            fromPrices = new double[most];
        }

        /** Adds a line with more slack than all before; one without fewer misses is nowhere the lowest. */
        void add(int bin, double slack, double miss) {
            if (size > 0 && miss >= misses[size - 1]) {
                return;
            }
            double from = 0;
            while (size > 0) {
                from = (slack - slacks[size - 1]) / (misses[size - 1] - miss);
                if (from > fromPrices[size - 1]) {
                    break;
                }
                size--;
                from = 0;
            }
            bins[size] = bin;
            slacks[size] = slack;
            misses[size] = miss;
            fromPrices[size] = from;
            size++;
        }

        CostCurve curve(DecayingHistogram histogram, double mean) {
            double[] nextShares = new double[size];
            for (int index = 0; index < size; index++) {
                int next = bins[index] + 1;
                nextShares[index] = next > histogram.lastBin() ? 0 : histogram.weight(next) / histogram.total();
            }
            return new CostCurve(
                    Arrays.copyOf(bins, size),
                    Arrays.copyOf(misses, size),
                    nextShares,
                    Arrays.copyOf(fromPrices, size),
                    mean);
        }
    }
}
