package dev.agentperf.runtime;

/**
 * How much a {@link ContainerMonitor} was asked, and how much it asked the engine.
 *
 * @param asked questions for a container's statistics; 0 or more
 * @param sent calls to the engine that answered them; 0 or more
 */
public record MonitorStats(long asked, long sent) {

    /** Validates both components. */
    public MonitorStats {
        if (asked < 0) {
            throw new IllegalArgumentException("asked must be at least 0, was " + asked);
        }
        if (sent < 0) {
            throw new IllegalArgumentException("sent must be at least 0, was " + sent);
        }
    }

    /** Returns the same with {@code more} questions that were answered without a call. */
    public MonitorStats plusAsked(long more) {
        return new MonitorStats(asked + more, sent);
    }

    /**
     * Returns the share of calls that one call a question would have made and that were not made: 1 at best, 0 when
     * nothing was asked, less than 0 if more were sent than asked.
     */
    public double reduction() {
        return asked == 0 ? 0 : 1 - (double) sent / asked;
    }
}
