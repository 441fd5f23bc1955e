package dev.agentperf.reports.gate.history;

import java.util.List;

/**
 * The figures of one benchmark over the commits.
 *
 * @param key what they have in common
 * @param points in order of time
 */
public record Series(SeriesKey key, List<Point> points) {

    /** Copies the points. */
    public Series {
        points = List.copyOf(points);
    }

    /** Returns the figures alone. */
    public double[] values() {
        return points.stream().mapToDouble(Point::value).toArray();
    }

    /**
     * One commit.
     *
     * @param commit its name
     * @param time when it was measured
     * @param value the median of its forks
     */
    public record Point(String commit, String time, double value) {}
}
