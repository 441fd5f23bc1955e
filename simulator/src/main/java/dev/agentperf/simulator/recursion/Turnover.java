package dev.agentperf.simulator.recursion;

/**
 * How a used container is followed by the next.
 *
 * @param coldStartNanos from order to ready
 * @param reused whether a used container serves again
 * @param resetNanos how long that takes
 */
public record Turnover(long coldStartNanos, boolean reused, long resetNanos) {}
