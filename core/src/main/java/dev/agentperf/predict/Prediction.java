package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

/**
 * The limits that a predictor gives the next run, one estimate a resource. Immutable.
 *
 * @param memory in megabytes of 1,000,000 bytes
 * @param cpu in seconds of processor time
 * @param duration in seconds
 */
public record Prediction(Estimate memory, Estimate cpu, Estimate duration) {

    /** Validates that each estimate is of its resource. */
    public Prediction {
        requireResource(memory, Resource.MEMORY);
        requireResource(cpu, Resource.CPU);
        requireResource(duration, Resource.DURATION);
    }

    /** Returns the estimate of one resource. */
    public Estimate of(Resource resource) {
        return switch (requireNonNull(resource, "resource")) {
            case MEMORY -> memory;
            case CPU -> cpu;
            case DURATION -> duration;
        };
    }

    /** Returns the limit of one resource in its unit, NaN where there is none. */
    public double limit(Resource resource) {
        return of(resource).limit();
    }

    private static void requireResource(Estimate estimate, Resource resource) {
        if (estimate.resource() != resource) {
            throw new IllegalArgumentException("estimate must be of " + resource + ", was of " + estimate.resource());
        }
    }
}
