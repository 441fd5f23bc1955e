package dev.agentperf.runtime;

/**
 * What a running container used at one moment.
 *
 * @param atNanos when it was read, by the runtime's ticker
 * @param cpuNanos processor time since it started; 0 or more
 * @param memoryBytes memory without reclaimable file cache; 0 or more
 * @param pids processes and threads; 0 or more
 */
public record ContainerStats(long atNanos, long cpuNanos, long memoryBytes, int pids) {}
