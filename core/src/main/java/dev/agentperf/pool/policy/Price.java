package dev.agentperf.pool.policy;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What waiting is worth: the gigabyte-seconds of idle memory that one second of cold start may cost.
 *
 * @param gigabyteSeconds 0 or more, finite
 */
record Price(double gigabyteSeconds) {
    /** What a policy is given that names none: half a gigabyte is kept for 5 minutes to spare half a second. */
    static final Price USUAL = new Price(300);

    private static final double BYTES_PER_GB = 1e9;

    Price {
        if (!(gigabyteSeconds >= 0) || Double.isInfinite(gigabyteSeconds)) {
            throw new IllegalArgumentException("price must be finite and not negative, was " + gigabyteSeconds);
        }
    }

    static Price parse(String text) {
        if (!text.matches("\\d{1,12}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("price must be a number of gigabyte-seconds, was '" + text + "'");
        }
        return new Price(Double.parseDouble(text));
    }

    /**
     * Returns for how long a container may lie idle for the price of one cold start of its type, in nanoseconds: the
     * cold start's cost in units of the container's own idle time. 0 while neither is known.
     */
    double breakEvenNanos(ContainerCosts costs) {
        return gigabyteSeconds * costs.coldStartNanos() / (Math.max(1, costs.memoryBytes()) / BYTES_PER_GB);
    }

    /** Returns a duration; the longest there is where {@code nanos} is longer. */
    static Duration duration(double nanos) {
        return Duration.ofNanos((long) nanos);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(gigabyteSeconds).stripTrailingZeros().toPlainString();
    }
}
