package dev.agentperf.reports.gate.stats;

import dev.agentperf.reports.model.StartPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * A recorded distribution, of which only some quantiles and the size are left. Between the quantiles that are known it
 * is a straight line.
 *
 * @param size how many observations, at least 1
 * @param points quantiles and their values, at least one
 */
public record QuantileSample(long size, List<Point> points) {

    /** Validates the size, and sorts the points. */
    public QuantileSample {
        if (size < 1 || points.isEmpty()) {
            throw new IllegalArgumentException("a distribution must have observations, had " + size);
        }
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::quantile).thenComparingDouble(Point::value));
        points = List.copyOf(sorted);
    }

    /** Returns the starts of one path, of which there is at least one, in milliseconds. */
    public static QuantileSample of(StartPath path) {
        List<Point> points = new ArrayList<>();
        path.curve().forEach(point -> points.add(new Point(point.quantile(), point.ms())));
        if (points.isEmpty()) {
            points.add(new Point(0.5, path.ms().p50()));
            points.add(new Point(0.9, path.ms().p90()));
            points.add(new Point(0.99, path.ms().p99()));
        }
        points.add(new Point(1, path.ms().max()));
        return new QuantileSample(path.n(), points);
    }

    /** Returns the value of a quantile, 0 to 1. */
    public double at(double quantile) {
        Point below = points.get(0);
        for (Point point : points) {
            if (point.quantile >= quantile) {
                double width = point.quantile - below.quantile;
                double share = width <= 0 ? 1 : (quantile - below.quantile) / width;
                return below.value + Math.max(0, share) * (point.value - below.value);
            }
            below = point;
        }
        return below.value;
    }

    /**
     * Returns the interval of a quantile by order statistics: how many observations lie below it is binomial, whatever
     * the distribution. Its upper end is infinite where so few observations do not bound the quantile: at an error of 1
     * % the 99th percentile is bounded by 528 of them.
     *
     * @param alpha the interval's error
     */
    public PairedBootstrap.Interval interval(double quantile, double alpha) {
        BinomialDistribution below = binomial((int) Math.min(size, Integer.MAX_VALUE), quantile);
        double low = (double) below.inverseCumulativeProbability(alpha / 2) / size;
        double high = (below.inverseCumulativeProbability(1 - alpha / 2) + 1.0) / size;
        return new PairedBootstrap.Interval(at(low), high <= 1 ? at(high) : Double.POSITIVE_INFINITY);
    }

    @SuppressWarnings("NullAway") // The library documents a null generator: nothing is drawn.
    private static BinomialDistribution binomial(int trials, double chance) {
        return new BinomialDistribution(null, trials, chance);
    }

    /**
     * One quantile that is known.
     *
     * @param quantile 0 to 1
     * @param value at most that large are {@code quantile} of all observations
     */
    public record Point(double quantile, double value) {}
}
