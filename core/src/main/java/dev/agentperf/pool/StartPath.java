package dev.agentperf.pool;

/** How a claim came to its container. */
public enum StartPath {
    /** It was ready. */
    WARM,
    /** It was made for the claim, or the claim waited for room. */
    COLD
}
