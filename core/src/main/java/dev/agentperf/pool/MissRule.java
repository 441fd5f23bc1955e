package dev.agentperf.pool;

/** What a claim waits for that finds no ready container. */
public enum MissRule {
    /**
     * A container is started for it, and it waits for that one. This is the loss system of the Erlang B formula and of
     * most simulators: what comes back meanwhile serves the next claim.
     */
    START,

    /**
     * Where containers are reused: it takes whichever comes first, and none is started for it while one is expected
     * back sooner than a start takes; should that not come, one is started after that time, so that a wrong guess costs
     * no more than one start. A container that was started in vain is kept for as long as its start took. Elsewhere the
     * same as {@link #START}.
     */
    WAIT
}
