package dev.agentperf.pool.policy;

/**
 * How many more claims were cold than the model of the stock says: while many containers are made at once each takes
 * longer than the last did, and a claim comes before the refill that should have been there. Recent claims count more.
 * Not thread-safe.
 */
final class Shortfall {
    /* As many claims as count, in the long run, in the demand that it corrects. */
    private static final double MEMORY = LeadTimeDemand.LONG_MEMORY / Math.log(2);

    /* What a pool's ceiling makes cold, or an engine that is away, no stock would serve: so much of the cold claims that
     * a service level allows is never taken off it. */
    private static final double LEAST_ALLOWED = 0.25;

    /* Before the first claim as many are taken to have come as expected: one alone tells next to nothing. */
    private static final int FIRST_CLAIMS = 100;

    /* Up to the memory. */
    private double claims = FIRST_CLAIMS;
    private double share;

    /**
     * Learns from a claim.
     *
     * @param expectedWarm whether it finds a ready container by the model
     * @param warm whether it did
     */
    void add(boolean expectedWarm, boolean warm) {
        claims = Math.min(claims + 1, MEMORY);
        double unexpected = (warm ? 0 : 1) - (expectedWarm ? 0 : 1);
        share += (unexpected - share) / claims;
    }

    /** Returns the share of claims that were cold unexpectedly, 0 to 1; 0 where fewer were cold than expected. */
    double share() {
        return Math.max(0, share);
    }

    /** Returns the warm rate to size for, so that what comes of it is {@code warmRate}. */
    double aimFor(double warmRate) {
        double allowed = 1 - warmRate;
        return 1 - Math.max(LEAST_ALLOWED * allowed, allowed - share());
    }
}
