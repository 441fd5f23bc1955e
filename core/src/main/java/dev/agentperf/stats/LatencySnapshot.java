package dev.agentperf.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** The durations that a {@link LatencyRecorder} had seen at one moment. Immutable and thread-safe. */
public final class LatencySnapshot {
    private static final int CURVE_TICKS_PER_HALF_DISTANCE = 5;

    private final Histogram histogram;
    private final long maxNanos;

    LatencySnapshot(Histogram histogram, long maxNanos) {
        this.histogram = requireNonNull(histogram, "histogram");
        this.maxNanos = maxNanos;
    }

    /** Returns a snapshot without any duration. */
    public static LatencySnapshot empty() {
        return new LatencySnapshot(new Histogram(3), 0);
    }

    /** Returns how many durations were recorded. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** Returns the longest duration, exactly; 0 when empty. */
    public long maxNanos() {
        return maxNanos;
    }

    /** Returns the mean, in nanoseconds; 0 when empty. */
    public double meanNanos() {
        return count() == 0 ? 0 : histogram.getMean();
    }

    /**
     * Returns the duration that the given share of all recorded ones does not exceed, within 0.1 %.
     *
     * @param quantile 0 to 1
     * @return nanoseconds; 0 when empty
     */
    public long quantileNanos(double quantile) {
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("quantile must be from 0 to 1, was " + quantile);
        }
        return count() == 0 ? 0 : Math.min(histogram.getValueAtPercentile(quantile * 100), maxNanos);
    }

    /** Returns the points of the percentile curve, ever denser towards 1; empty when nothing was recorded. */
    public List<Point> curve() {
        List<Point> points = new ArrayList<>();
        for (HistogramIterationValue step : histogram.percentiles(CURVE_TICKS_PER_HALF_DISTANCE)) {
            points.add(new Point(
                    step.getPercentileLevelIteratedTo() / 100, Math.min(step.getValueIteratedTo(), maxNanos)));
        }
        return List.copyOf(points);
    }

    /**
     * One point of a percentile curve.
     *
     * @param quantile 0 to 1
     * @param nanos the duration at that quantile
     */
    public record Point(double quantile, long nanos) {}
}
