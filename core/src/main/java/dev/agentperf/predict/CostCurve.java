package dev.agentperf.predict;

/**
 * For any price of a miss the limit that costs least, from one histogram. Not thread-safe: it remembers the last price
 * that it was asked for.
 *
 * <p>With runs spread as in the histogram, the limit x costs slack(x) + price × miss(x), where slack is what the runs
 * would leave unused and miss the share that would need more.
 */
final class CostCurve {
    private final int firstBin;
    private final double[] unused;
    private final double[] missing;
    private final double weight;
    private final double mean;
    private final double missUnit;
    private double askedPrice = Double.NaN;
    private int cheapest;

    /* What is unused and missing is kept in the histogram's weights: dividing it all would take longer than the rest. */
    private CostCurve(int firstBin, double[] unused, double[] missing, double weight, double mean, double missUnit) {
        this.firstBin = firstBin;
        this.unused = unused;
        this.missing = missing;
        this.weight = weight;
        this.mean = mean;
        this.missUnit = missUnit;
    }

    /**
     * Builds the curve of a histogram that is not empty.
     *
     * @param typicalUse what runs of all types use; the price of a miss is in units of the geometric mean of this and
     *     the mean of the histogram. More than 0, or NaN where it is not known
     */
    static CostCurve of(DecayingHistogram histogram, double typicalUse) {
        int first = histogram.firstBin();
        while (histogram.weight(first) == 0) {
            first++;
        }
        int size = histogram.lastBin() - first + 1;
        double[] unused = new double[size];
        double[] missing = new double[size];
        double total = histogram.total();
        double covered = 0;
        double used = 0;
        for (int index = 0; index < size; index++) {
            double weight = histogram.weight(first + index);
            double limit = LogGrid.middle(first + index);
            covered += weight;
            used += weight * limit;
            unused[index] = limit * covered - used;
            missing[index] = total - covered;
        }
        double mean = used / total;
        double missUnit = Double.isNaN(typicalUse) ? mean : Math.sqrt(mean * typicalUse);
        return new CostCurve(first, unused, missing, total, mean, missUnit);
    }

    /**
     * Returns the cheapest limit.
     *
     * @param price what a miss costs, in the unit that this curve was built with; more than 0
     */
    double limit(double price) {
        return LogGrid.middle(firstBin + cheapest(price));
    }

    /** Returns why the limit at a price is where it is. */
    Basis.CostBalance basis(double price, double effectiveRuns) {
        int index = cheapest(price);
        double step = LogGrid.middle(firstBin + index + 1) - LogGrid.middle(firstBin + index);
        double stepSlack = step * (1 - missing[index] / weight) / mean;
        double stepMisses = index + 1 < missing.length ? (missing[index] - missing[index + 1]) / weight : 0;
        return new Basis.CostBalance(step, stepSlack, stepMisses, effectiveRuns, price * missUnit / mean);
    }

    private int cheapest(double price) {
        if (price != askedPrice) {
            askedPrice = price;
            cheapest = find(price * missUnit);
        }
        return cheapest;
    }

    private int find(double missCost) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int index = 0; index < unused.length; index++) {
            double cost = unused[index] + missCost * missing[index];
            if (cost < least) {
                least = cost;
                best = index;
            }
        }
        return best;
    }
}
