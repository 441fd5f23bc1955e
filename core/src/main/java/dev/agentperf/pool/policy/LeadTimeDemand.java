package dev.agentperf.pool.policy;

/**
 * What the claims of one type ask of a stock while taken places are empty: which place each would have had, and how
 * many were empty when it came. Recent claims count more. Not thread-safe.
 *
 * <p>Places are numbered, and each claim takes the free one with the lowest number. So the first N never learn of those
 * above them: what they served is what a stock of N would have served, for every N at once and any arrivals (ordered
 * hunting; Cooper, <i>Introduction to Queueing Theory</i>, 1981, chapter 3).
 */
final class LeadTimeDemand {
    /* So many lead times have to be seen before their spread says anything; the test is then within 3 deviations. */
    private static final int LEAST_LOOKS = 30;
    private static final double DEVIATIONS = 3;

    /* Half-lives in claims. A 0.99 quantile of the long memory rests on some thirty claims; the short one meets a load that grows. */
    static final int LONG_MEMORY = 2_000;
    private static final int SHORT_MEMORY = 100;

    private final DecayingCounts places = new DecayingCounts(LONG_MEMORY);
    private final DecayingCounts recentPlaces = new DecayingCounts(SHORT_MEMORY);
    private final DecayingCounts empty = new DecayingCounts(LONG_MEMORY);

    /**
     * Learns from a claim.
     *
     * @param place which it takes, from 0 on
     * @param emptyBefore how many places were empty when it came
     */
    void add(int place, int emptyBefore) {
        places.add(place);
        recentPlaces.add(place);
        empty.add(emptyBefore);
    }

    /** Returns whether there was no claim yet. */
    boolean isEmpty() {
        return places.size() == 0;
    }

    /**
     * Returns the smallest stock that serves the share {@code warmRate}, of late and in the longer run; only after a
     * first claim.
     */
    int leastStock(double warmRate) {
        return looksPoisson()
                ? ErlangB.leastStock(empty.mean(), warmRate)
                : Math.max(places.quantile(warmRate), recentPlaces.quantile(warmRate)) + 1;
    }

    /** Returns the share that a stock is expected to serve; only after a first claim. */
    double warmRate(int stock) {
        return looksPoisson() ? ErlangB.warmRate(empty.mean(), stock) : places.shareBelow(stock);
    }

    /**
     * Returns whether the number of empty places varies as it does under Poisson claims, which see it as it is at any
     * time (PASTA; Wolff, 1982): its variance is its mean (Palm's theorem). Of n independent looks the ratio of the two
     * has the standard deviation sqrt(2 / n); looks are a lead time apart.
     */
    boolean looksPoisson() {
        double mean = empty.mean();
        double looks = empty.size() / Math.max(1, mean);
        double deviation = Math.sqrt(2 / looks);
        return looks >= LEAST_LOOKS && mean > 0 && Math.abs(empty.variance() / mean - 1) <= DEVIATIONS * deviation;
    }
}
