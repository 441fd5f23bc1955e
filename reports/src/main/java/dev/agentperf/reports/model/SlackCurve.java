package dev.agentperf.reports.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one predictor wastes at each rate of misses: the only fair way to compare two of them.
 *
 * @param predictor its name
 * @param resource {@code memory}, {@code cpu} or {@code duration}
 * @param points from few misses to many
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SlackCurve(String predictor, String resource, List<Point> points) {

    /** What ends the name of a predictor that has no target of its own and is multiplied so that it keeps one. */
    public static final String AIMED = "@target";

    /** Copies the points. */
    public SlackCurve {
        points = List.copyOf(points);
    }

    /**
     * One run of the predictor, aimed at one target.
     *
     * @param targetMiss what it aimed at, 0 to 1
     * @param missRate what came of it, 0 to 1
     * @param slack the mean of max(0, predicted - used) over the mean used
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Point(double targetMiss, double missRate, double slack) {}

    /**
     * Returns the slack at exactly a rate of misses, on a straight line between the two points beside it; empty where
     * the curve does not reach so far.
     *
     * @param missRate 0 to 1
     */
    public OptionalDouble slackAt(double missRate) {
        for (int index = 1; index < points.size(); index++) {
            Point left = points.get(index - 1);
            Point right = points.get(index);
            if (left.missRate <= missRate && missRate <= right.missRate) {
                double width = right.missRate - left.missRate;
                double share = width == 0 ? 0 : (missRate - left.missRate) / width;
                return OptionalDouble.of(left.slack + share * (right.slack - left.slack));
            }
        }
        return OptionalDouble.empty();
    }
}
