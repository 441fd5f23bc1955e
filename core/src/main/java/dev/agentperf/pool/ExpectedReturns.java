package dev.agentperf.pool;

/**
 * Whether a claim that found no ready container does better to wait for one that is in use than for one that is made.
 * Only where used containers serve again, and the {@link MissRule} lets claims wait for them.
 *
 * <p>Not thread-safe: it lives in its type's mailbox, but for what says otherwise.
 */
final class ExpectedReturns {
    private final LiveMembers members;
    private final MeasuredCosts costs;
    private final boolean areShared;
    private final ReturnForecast forecast = new ReturnForecast();

    ExpectedReturns(TypeContext type, LiveMembers members) {
        this.members = members;
        this.costs = type.costs;
        this.areShared = type.pool.config.reuse() == Reuse.RESET && type.pool.config.missRule() == MissRule.WAIT;
    }

    /** Returns whether what comes back is for whoever waits longest. From any thread. */
    boolean areShared() {
        return areShared;
    }

    /**
     * Returns whether an absence of this length is worth knowing. One too short for the coarse clock is not. Any
     * thread.
     */
    boolean isWorthKnowing(long awayNanos) {
        return areShared && awayNanos > 0;
    }

    /** Learns for how long a container was away. */
    void cameBack(long awayNanos) {
        if (isWorthKnowing(awayNanos)) {
            forecast.cameBack(awayNanos);
        }
    }

    /** Returns whether as many containers are expected back sooner than one could be made. */
    boolean suffice(int needed, long nowNanos) {
        long withinNanos = costs.coldStartNanos();
        if (!areShared || withinNanos == 0 || needed > members.size()) {
            return false;
        }
        double[] expected = {0};
        members.forEach(member -> {
            if (expected[0] < needed && !member.isIdle()) {
                expected[0] += forecast.comesBack(member.inUseNanos(nowNanos), withinNanos);
            }
        });
        return expected[0] >= needed;
    }
}
