package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

/**
 * What one run used. NaN marks a resource that was not measured.
 *
 * @param cpuSeconds processor time; 0 or more, finite
 * @param memoryMb peak memory in megabytes of 1,000,000 bytes; 0 or more, finite
 * @param durationSeconds elapsed time; 0 or more, finite
 */
public record ResourceUsage(double cpuSeconds, double memoryMb, double durationSeconds) {

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
        if (value < 0 || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + value);
        }
    }
}
