package dev.agentperf.predict;

/** What a run that was killed at its limit would have used. */
final class KilledRun {
    /* Kubernetes, vertical-pod-autoscaler: an out-of-memory event counts as max(used + 100 MiB, used * 1.2). */
    private static final double BUMP_FACTOR = 1.2;
    private static final double BUMP_MEMORY_MB = 104.8576;

    private KilledRun() {}

    static ResourceUsage presumedUsage(ResourceUsage reached, Resource exhausted) {
        double used = reached.of(exhausted);
        double bumped =
                exhausted == Resource.MEMORY ? Math.max(used + BUMP_MEMORY_MB, used * BUMP_FACTOR) : used * BUMP_FACTOR;
        double presumed = Math.min(ResourceUsage.MOST, bumped);
        return switch (exhausted) {
            case MEMORY -> new ResourceUsage(Double.NaN, presumed, Double.NaN);
            case CPU -> new ResourceUsage(presumed, Double.NaN, Double.NaN);
            case DURATION -> new ResourceUsage(Double.NaN, Double.NaN, presumed);
        };
    }
}
