package dev.agentperf.pool;

/** How a claim came to its container. */
public enum StartPath {
    /** It was ready. */
    WARM,
    /** It stood by, paused, and had to be woken. */
    THAWED,
    /** It was made for the claim, or the claim waited for room. */
    COLD
}
