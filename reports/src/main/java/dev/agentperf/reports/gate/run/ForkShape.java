package dev.agentperf.reports.gate.run;

import java.time.Duration;

/**
 * How long a fork measures.
 *
 * <p>JMH fixes a fork's iterations before it starts, so a fork cannot end its warm-up by a test of its own. Every
 * window is measured instead, and where the steady ones begin is found afterwards, for both forks of a pair alike.
 *
 * @param windows how many windows, at least 1
 * @param window how long each is, above 0
 */
public record ForkShape(int windows, Duration window) {
    /** As many pairs as the second look wants, and some for what takes longer than planned. */
    private static final int PAIRS = 12;

    private static final double START_SECONDS = 1.4;
    private static final double LEAST_SECONDS = 4;
    private static final double MOST_SECONDS = 11;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration WINDOW = Duration.ofMillis(250);

    /** Validates both. */
    public ForkShape {
        if (windows < 1) {
            throw new IllegalArgumentException("windows must be at least 1, was " + windows);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window must be above 0, was " + window);
        }
    }

    /** Returns forks so long that {@code budget} holds ten pairs of each benchmark, within 4 to 11 seconds. */
    public static ForkShape within(Duration budget, int benchmarks) {
        double share = seconds(budget) / (2.0 * PAIRS * Math.max(1, benchmarks));
        double fork = Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, share));
        return new ForkShape((int) Math.round((fork - START_SECONDS) / seconds(WINDOW)), WINDOW);
    }

    /** Returns about how long a fork takes, with the start of its JVMs. */
    public double forkSeconds() {
        return START_SECONDS + windows * seconds(window);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }
}
