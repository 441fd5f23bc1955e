package dev.agentperf.simulator.recursion;

/**
 * What one policy made of a trace: the figures of a replay that depend on containers alone.
 *
 * @param policy the policy as it was asked for
 * @param claims sessions that asked for a container
 * @param warmStarts claims that found a ready container
 * @param coldStarts claims that found none
 * @param idleSeconds container-seconds spent ready and unused between the trace's first start and its last end
 * @param idleMbSeconds the same weighted with each container's memory, in megabytes times seconds
 */
public record QuickRun(
        String policy, long claims, long warmStarts, long coldStarts, double idleSeconds, double idleMbSeconds) {

    /** Returns warm starts over claims, 0 to 1; 0 without claims. */
    public double warmRate() {
        return claims == 0 ? 0 : (double) warmStarts / claims;
    }
}
