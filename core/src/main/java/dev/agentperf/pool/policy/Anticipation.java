package dev.agentperf.pool.policy;

/**
 * What an {@link ExpectedClaim} is worth: a container that is ready from just before its earliest time until just after
 * its latest, where the cold start that this spares costs more than the idle time that it is likely to take.
 *
 * <p>With probability p the claim comes while the container is ready, and waits in the mean until the middle of what is
 * left of its span; else the container waits in vain to the end. So it is worth its while if p x cold start is more
 * than p x wait + (1 - p) x whole window. A start that takes longer than the claim does to come hides nothing.
 */
final class Anticipation {
    /* Starts vary, and so do claims: a container is ready a sixteenth of a start ahead, and stays as much longer. */
    private static final int MARGIN_DIVISOR = 16;

    private final double fromNanos;
    private final double untilNanos;
    private final double startNanos;
    private final double hitProbability;
    private final double waitNanos;

    Anticipation(ExpectedClaim claim, double startNanos) {
        double margin = startNanos / MARGIN_DIVISOR;
        double earliest = (double) claim.earliest().toNanos();
        double latest = (double) claim.latest().toNanos();
        double open = Math.max(earliest, startNanos);
        this.startNanos = startNanos;
        this.fromNanos = Math.max(earliest - margin, startNanos);
        this.untilNanos = latest + margin;
        this.hitProbability = claim.probability() * share(open, earliest, latest);
        this.waitNanos = (open + latest) / 2 - fromNanos;
    }

    private static double share(double open, double earliest, double latest) {
        if (latest <= earliest) {
            return open <= latest ? 1 : 0;
        }
        return Math.max(0, (latest - open) / (latest - earliest));
    }

    /**
     * Returns when to have a container made, and how long it then stays.
     *
     * @param coldNanos the price of a cold start, as idle time of a container
     */
    IdlePlan plan(double coldNanos) {
        double gained = hitProbability * coldNanos;
        double spent = hitProbability * waitNanos + (1 - hitProbability) * (untilNanos - fromNanos);
        return hitProbability > 0 && gained > spent
                ? new IdlePlan(Price.duration(fromNanos - startNanos), Price.duration(untilNanos - fromNanos))
                : IdlePlan.NONE;
    }
}
