package dev.agentperf.reports.gate.output;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.Logs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        return points(report).stream()
                .filter(point -> point.one.metric().better() == better)
                .map(point -> {
                    Map<String, Object> entry = new TreeMap<>();
                    entry.put(
                            "name",
                            point.one.subject().id() + " " + point.metric().name());
                    entry.put("unit", point.metric().unit());
                    entry.put("value", point.median());
                    entry.put("range", "\u00b1 " + (point.high() - point.low()) / 2);
                    entry.put("extra", "forks: " + point.values.length);
                    return entry;
                })
                .toList();
    }

    /** Returns Bencher's metric format: benchmark, measure, value with the range of the forks. */
    public static Map<String, Map<String, Map<String, Double>>> bencher(GateReport report) {
        Map<String, Map<String, Map<String, Double>>> benchmarks = new TreeMap<>();
        for (Point point : points(report)) {
            benchmarks
                    .computeIfAbsent(cut(point.one.subject().id(), 1_024), id -> new TreeMap<>())
                    .put(
                            cut(point.metric().name(), 64),
                            new TreeMap<>(Map.of(
                                    "value", point.median(), "lower_value", point.low(), "upper_value", point.high())));
        }
        return benchmarks;
    }

    /** Returns OpenMetrics text, as GitLab's metrics report and the Pushgateway read it. */
    public static String openMetrics(GateReport report) {
        StringBuilder text = new StringBuilder();
        text.append("# TYPE agentperf_benchmark gauge\n");
        for (Point point : points(report)) {
            text.append("agentperf_benchmark")
                    .append(labels(point))
                    .append(' ')
                    .append(point.median())
                    .append('\n');
        }
        text.append("# TYPE agentperf_gate_comparisons gauge\n");
        for (Verdict verdict : Verdict.values()) {
            text.append("agentperf_gate_comparisons{verdict=\"")
                    .append(verdict.name().toLowerCase(Locale.ROOT))
                    .append("\"} ")
                    .append(report.count(verdict))
                    .append('\n');
        }
        return text.append("# EOF\n").toString();
    }

    /**
     * Returns two lines of CSV for Otava: head line and one point, to be appended to the series of earlier ones.
     *
     * @param time when the head was made, as Otava reads times
     * @param commit the head's commit
     */
    public static String otava(GateReport report, String time, String commit) {
        List<Point> points = points(report);
        List<String> names = new ArrayList<>(List.of("time", "commit"));
        List<String> values = new ArrayList<>(List.of(time, commit));
        for (Point point : points) {
            names.add(point.one.subject().id() + " " + point.metric().name());
            values.add(Double.toString(point.median()));
        }
        return line(names) + line(values);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("[\\w.:+/-]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String labels(Point point) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("benchmark", point.one.subject().id());
        labels.put("metric", point.metric().name());
        labels.put("unit", point.metric().unit());
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static List<Point> points(GateReport report) {
        return report.comparisons().stream()
                .map(Point::new)
                .filter(point -> point.values.length > 0)
                .toList();
    }

    /** The head's forks. */
    private static final class Point {
        private final Comparison one;
        private final double[] values;

        Point(Comparison one) {
            this.one = one;
            this.values = one.head().stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
        }

        Metric metric() {
            return one.metric();
        }

        double median() {
            return Logs.median(values);
        }

        double low() {
            return values[0];
        }

        double high() {
            return Arrays.stream(values).max().orElse(values[0]);
        }
    }
}
