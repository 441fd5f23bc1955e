package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

/**
 * What one run used. NaN marks a resource that was not measured.
 *
 * @param cpuSeconds processor time; 0 to 1e15
 * @param memoryMb peak memory in megabytes of 1,000,000 bytes; 0 to 1e15
 * @param durationSeconds elapsed time; 0 to 1e15
 */
public record ResourceUsage(double cpuSeconds, double memoryMb, double durationSeconds) {

    /**
     * The most of any resource, in its unit: more than any run uses, and so little that no sum of runs overflows, nor a
     * limit that is a multiple of what was used.
     */
    public static final double MOST = 1e15;

    /** Nothing measured. */
    public static final ResourceUsage UNKNOWN = new ResourceUsage(Double.NaN, Double.NaN, Double.NaN);

    /** Validates every component. */
    public ResourceUsage {
        requireUsage("cpuSeconds", cpuSeconds);
        requireUsage("memoryMb", memoryMb);
        requireUsage("durationSeconds", durationSeconds);
    }

    /** Returns what was used of one resource; NaN where it was not measured. */
    public double of(Resource resource) {
        return switch (requireNonNull(resource, "resource")) {
            case MEMORY -> memoryMb;
            case CPU -> cpuSeconds;
            case DURATION -> durationSeconds;
        };
    }

    /** Returns whether a resource was measured. */
    public boolean knows(Resource resource) {
        return !Double.isNaN(of(resource));
    }

    private static void requireUsage(String name, double value) {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(name + " must be from 0 to " + MOST + ", was " + value);
        }
    }
}
