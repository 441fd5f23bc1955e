package dev.agentperf.pool.policy;

/**
 * When each place of an endless stock has its turn to be refilled, under the pool's bounds on what is made ahead of
 * demand: the first taken, the first refilled. Not thread-safe.
 */
final class RefillTurns {
    private static final double NANOS_PER_SECOND = 1e9;

    /* Under a load that the bounds cannot follow the wait grows without end, and no stock would help: beyond this it is not counted. */
    private static final int LONGEST_WAIT_COLD_STARTS = 8;

    private final ContainerCosts costs;
    private final int parallelism;
    private final double intervalNanos;
    private final LongQueue underWay = new LongQueue();

    /* The rate's next token in the long run, a burst ahead of which is allowed: the generic cell rate algorithm (ITU-T I.371). */
    private double tokenNanos = Double.NEGATIVE_INFINITY;

    RefillTurns(ContainerCosts costs) {
        this.costs = costs;
        this.parallelism = costs.refillParallelism();
        this.intervalNanos = NANOS_PER_SECOND / costs.refillsPerSecond();
    }

    /** Returns when the refill begins of a place that is taken now. */
    long next(long nowNanos) {
        long coldStartNanos = costs.lastStartNanos();
        while (!underWay.isEmpty() && underWay.first() + coldStartNanos <= nowNanos) {
            underWay.removeFirst();
        }
        long turnNanos = Math.max(nowNanos, (long) (tokenNanos - (parallelism - 1) * intervalNanos));
        if (underWay.size() >= parallelism) {
            turnNanos = Math.max(turnNanos, underWay.first() + coldStartNanos);
            underWay.removeFirst();
        }
        turnNanos = Math.min(turnNanos, nowNanos + LONGEST_WAIT_COLD_STARTS * coldStartNanos);
        underWay.add(turnNanos);
        tokenNanos = Math.max(tokenNanos, (double) turnNanos) + intervalNanos;
        return turnNanos;
    }
}
