package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.agentperf.stats.LatencySnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long agents took from claim to first answer on one way of starting: the time to interactive.
 *
 * @param path {@value #COLD}, {@value #WARM_LIVE}, {@value #WARM_PAUSED} or {@value #EXEC}
 * @param n how many starts succeeded, 0 or more
 * @param failures how many did not, 0 or more
 * @param ms the quantiles; all 0 where {@code n} is 0
 * @param curve the percentile curve by quantile, for the chart; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StartPath(String path, long n, long failures, Quantiles ms, List<CurvePoint> curve) {

    /** A new container, started for the claim. */
    public static final String COLD = "cold";

    /** A container that stood ready, its agent running. */
    public static final String WARM_LIVE = "warm-live";

    /** A container that stood ready, its processes paused. */
    public static final String WARM_PAUSED = "warm-paused";

    /** A command run inside a ready container, through the engine. */
    public static final String EXEC = "exec";

    private static final double NANOS_PER_MS = 1e6;

    /** Validates the counts and copies the curve; an absent one is empty. */
    public StartPath(String path, long n, long failures, Quantiles ms, @Nullable List<CurvePoint> curve) {
        if (n < 0 || failures < 0) {
            throw new IllegalArgumentException("counts must not be negative, were " + n + " and " + failures);
        }
        this.path = path;
        this.n = n;
        this.failures = failures;
        this.ms = ms;
        this.curve = curve == null ? List.of() : List.copyOf(curve);
    }

    /**
     * Returns what was recorded on one path.
     *
     * @param starts the starts that succeeded
     * @param failures how many did not
     */
    public static StartPath of(String path, LatencySnapshot starts, long failures) {
        List<CurvePoint> curve = starts.curve().stream()
                .map(point -> new CurvePoint(point.quantile(), point.nanos() / NANOS_PER_MS))
                .toList();
        return new StartPath(path, starts.count(), failures, Quantiles.of(starts), curve);
    }

    /**
     * Quantiles of a latency, in milliseconds.
     *
     * @param p50 the median
     * @param p90 nine in ten are at most this
     * @param p99 99 in 100 are at most this
     * @param max the longest
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Quantiles(double p50, double p90, double p99, double max) {

        private static Quantiles of(LatencySnapshot starts) {
            return new Quantiles(
                    starts.quantileNanos(0.5) / NANOS_PER_MS,
                    starts.quantileNanos(0.9) / NANOS_PER_MS,
                    starts.quantileNanos(0.99) / NANOS_PER_MS,
                    starts.maxNanos() / NANOS_PER_MS);
        }
    }
}
