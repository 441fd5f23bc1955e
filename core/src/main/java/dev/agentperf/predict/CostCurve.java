package dev.agentperf.predict;

/**
 * For any price of a miss the limit that costs least, from the weights of past runs; good as long as they are. Not
 * thread-safe: it remembers the last price that it was asked for.
 *
 * <p>With runs spread as they weigh, the limit x costs slack(x) + price × miss(x), where slack is what the runs would
 * leave unused and miss the share that would need more. So the next higher limit costs that step for each run below it,
 * and saves the price of each run that it now covers: one walk upwards finds the least, with nothing kept.
 */
final class CostCurve {
    private final DecayingHistogram.Weights runs;
    private final int firstBin;
    private final double mean;
    private final double missUnit;
    private double askedPrice = Double.NaN;
    private int cheapest;
    private double covered;

    private CostCurve(DecayingHistogram.Weights runs, int firstBin, double mean, double missUnit) {
        this.runs = runs;
        this.firstBin = firstBin;
        this.mean = mean;
        this.missUnit = missUnit;
    }

    /**
     * Looks at weights, of one run at the least.
     *
     * @param typicalUse what runs of all types use, the unit of the price of a miss; more than 0, or NaN where it is
     *     not known: then the mean of these runs is
     */
    static CostCurve of(DecayingHistogram.Weights runs, double typicalUse) {
        int first = runs.firstBin();
        while (runs.of(first) == 0) {
            first++;
        }
        double mean = mean(runs, first);
        return new CostCurve(runs, first, mean, Double.isNaN(typicalUse) ? mean : typicalUse);
    }

    /* Two sums, as each addition has to wait for the one before. */
    private static double mean(DecayingHistogram.Weights runs, int first) {
        double even = 0;
        double odd = 0;
        int bin = first;
        for (; bin < runs.lastBin(); bin += 2) {
            even += runs.of(bin) * LogGrid.middle(bin);
            odd += runs.of(bin + 1) * LogGrid.middle(bin + 1);
        }
        if (bin == runs.lastBin()) {
            even += runs.of(bin) * LogGrid.middle(bin);
        }
        return (even + odd) / runs.total();
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
        double stepSlack = step * covered / runs.total() / mean;
        double stepMisses = cheapest < runs.lastBin() ? runs.of(cheapest + 1) / runs.total() : 0;
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
        double below = runs.of(best);
        double limit = LogGrid.middle(best);
        double cost = 0;
        double least = 0;
        double belowBest = below;
        for (int bin = best + 1; bin <= runs.lastBin(); bin++) {
            double weight = runs.of(bin);
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
