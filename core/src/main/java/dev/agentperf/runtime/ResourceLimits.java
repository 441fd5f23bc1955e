package dev.agentperf.runtime;

/**
 * What a container may use at most.
 *
 * @param memoryBytes at least {@link #MIN_MEMORY_BYTES}
 * @param cpus processors, fractions allowed; more than 0
 * @param pids processes and threads; at least 1
 */
public record ResourceLimits(long memoryBytes, double cpus, int pids) {

    /** The least memory that Docker accepts: 6 MiB. */
    public static final long MIN_MEMORY_BYTES = 6L << 20;

    /** 256 MiB, one processor, 128 processes. */
    public static final ResourceLimits DEFAULT = new ResourceLimits(256L << 20, 1, 128);

    /** Validates every component. */
    public ResourceLimits {
        if (memoryBytes < MIN_MEMORY_BYTES) {
            throw new IllegalArgumentException(
                    "memoryBytes must be at least " + MIN_MEMORY_BYTES + ", was " + memoryBytes);
        }
        if (!(cpus > 0) || Double.isInfinite(cpus)) {
            throw new IllegalArgumentException("cpus must be more than 0, was " + cpus);
        }
        if (pids < 1) {
            throw new IllegalArgumentException("pids must be at least 1, was " + pids);
        }
    }

    /** Returns these limits with another memory limit. */
    public ResourceLimits withMemoryBytes(long bytes) {
        return new ResourceLimits(bytes, cpus, pids);
    }
}
