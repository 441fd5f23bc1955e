package dev.agentperf.reports.gate.output;

import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.GateReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The head's figures as one point a comparison, in the forms that trackers of single figures read. Each stands without
 * its certainty there; a figure that is no number is left out. Stateless and thread-safe.
 */
public final class Points {
    private Points() {}

    /**
     * Returns entries of github-action-benchmark's custom tools, which want a file for each direction.
     *
     * @param better the direction: {@code customSmallerIsBetter} or {@code customBiggerIsBetter}
     */
    public static List<Map<String, Object>> gitHubAction(GateReport report, Direction better) {
        return Point.of(report).stream()
                .filter(point -> point.metric().better() == better)
                .map(Points::entry)
                .toList();
    }

    private static Map<String, Object> entry(Point point) {
        return new TreeMap<>(Map.of(
                "name", point.subject() + " " + point.metric().name(),
                "unit", point.metric().unit(),
                "value", point.median(),
                "range", "\u00b1 " + (point.high() - point.low()) / 2,
                "extra", "forks: " + point.forks()));
    }

    /** Returns Bencher's metric format: benchmark, measure, value with the range of the forks. */
    public static Map<String, Map<String, Map<String, Double>>> bencher(GateReport report) {
        Map<String, Map<String, Map<String, Double>>> benchmarks = new TreeMap<>();
        for (Point point : Point.of(report)) {
            benchmarks
                    .computeIfAbsent(cut(point.subject(), 1_024), id -> new TreeMap<>())
                    .put(
                            cut(point.metric().name(), 64),
                            new TreeMap<>(Map.of(
                                    "value", point.median(), "lower_value", point.low(), "upper_value", point.high())));
        }
        return benchmarks;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
