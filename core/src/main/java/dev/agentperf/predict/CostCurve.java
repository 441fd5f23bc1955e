package dev.agentperf.predict;

/**
 * For any price of a miss the limit that costs least, from one histogram: a view of it, good until it changes. Not
 * thread-safe: it remembers the last price that it was asked for.
 *
 * <p>With runs spread as in the histogram, the limit x costs slack(x) + price × miss(x), where slack is what the runs
 * would leave unused and miss the share that would need more. So the next higher limit costs that step for each run
 * below it, and saves the price of each run that it now covers: one walk upwards finds the least, with nothing kept.
 */
final class CostCurve {
    private final DecayingHistogram histogram;
    private final int firstBin;
    private final double mean;
    private final double missUnit;
    private double askedPrice = Double.NaN;
    private int cheapest;
    private double covered;

    private CostCurve(DecayingHistogram histogram, int firstBin, double mean, double missUnit) {
        this.histogram = histogram;
        this.firstBin = firstBin;
        this.mean = mean;
        this.missUnit = missUnit;
    }

    /**
     * Looks at a histogram that is not empty.
     *
     * @param typicalUse what runs of all types use; the price of a miss is in units of the geometric mean of this and
     *     the mean of the histogram. More than 0, or NaN where it is not known
     */
    static CostCurve of(DecayingHistogram histogram, double typicalUse) {
        int first = histogram.firstBin();
        while (histogram.weight(first) == 0) {
            first++;
        }
        double mean = mean(histogram, first);
        double missUnit = Double.isNaN(typicalUse) ? mean : Math.sqrt(mean * typicalUse);
        return new CostCurve(histogram, first, mean, missUnit);
    }

    /* Two sums, as each addition has to wait for the one before. */
    private static double mean(DecayingHistogram histogram, int first) {
        double even = 0;
        double odd = 0;
        int bin = first;
        for (; bin < histogram.lastBin(); bin += 2) {
            even += histogram.weight(bin) * LogGrid.middle(bin);
            odd += histogram.weight(bin + 1) * LogGrid.middle(bin + 1);
        }
        if (bin == histogram.lastBin()) {
            even += histogram.weight(bin) * LogGrid.middle(bin);
        }
        return (even + odd) / histogram.total();
    }

    /**
     * Returns the cheapest limit.
     *
     * @param price what a miss costs, in the unit that this curve was made with; more than 0
     */
    double limit(double price) {
        find(price);
        return LogGrid.middle(cheapest);
    }

    /** Returns why the limit at a price is where it is. */
    Basis.CostBalance basis(double price, double effectiveRuns) {
        find(price);
        double step = LogGrid.middle(cheapest + 1) - LogGrid.middle(cheapest);
        double stepSlack = step * covered / histogram.total() / mean;
        double stepMisses = cheapest < histogram.lastBin() ? histogram.weight(cheapest + 1) / histogram.total() : 0;
        return new Basis.CostBalance(step, stepSlack, stepMisses, effectiveRuns, price * missUnit / mean);
    }

    private void find(double price) {
        if (price != askedPrice) {
            askedPrice = price;
            findAt(price * missUnit);
        }
    }

    private void findAt(double missCost) {
        int best = firstBin;
        double below = histogram.weight(best);
        double limit = LogGrid.middle(best);
        double cost = 0;
        double least = 0;
        double belowBest = below;
        for (int bin = best + 1; bin <= histogram.lastBin(); bin++) {
            double weight = histogram.weight(bin);
            double next = LogGrid.middle(bin);
            cost += (next - limit) * below - missCost * weight;
            below += weight;
            limit = next;
            if (cost < least) {
                least = cost;
                best = bin;
                belowBest = below;
            }
        }
        cheapest = best;
        covered = belowBest;
    }
}
