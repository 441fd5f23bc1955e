package dev.agentperf.reports.gate.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.agentperf.reports.gate.Fork;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.Subject;
import dev.agentperf.reports.read.ResultsException;
import dev.agentperf.reports.read.ResultsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads the iterations of every fork from what JMH writes with {@code -rf json}. Times become nanoseconds an operation,
 * throughputs their inverse. Stateless and thread-safe.
 */
public final class JmhFile {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final String CPU = "cpu.time.norm";
    private static final Map<String, Double> NANOS =
            Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "min", 60e9, "hr", 3_600e9, "day", 86_400e9);

    private final Path file;

    private JmhFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws ResultsException if it cannot be read or is not JMH's
     */
    public static List<JmhRun> read(Path file) {
        JsonNode root = ResultsFile.read(file, JsonNode.class);
        if (!root.isArray()) {
            throw new ResultsException(file + ": expected JMH's array of results (jmh -rf json)");
        }
        JmhFile reader = new JmhFile(file);
        List<JmhRun> runs = new ArrayList<>();
        for (int i = 0; i < root.size(); i++) {
            runs.add(reader.run(root.get(i), "[" + i + "]"));
        }
        return List.copyOf(runs);
    }

    private JmhRun run(JsonNode entry, String at) {
        String benchmark = text(entry, "benchmark", at);
        JsonNode primary = require(entry, "primaryMetric", at);
        Map<String, String> conditions = new TreeMap<>();
        conditions.put("mode", text(entry, "mode", at));
        conditions.put("threads", entry.path("threads").asText("1"));
        String unit = text(primary, "scoreUnit", at + ".primaryMetric");
        List<List<Double>> times = forks(primary).stream()
                .map(windows ->
                        windows.stream().map(value -> nanos(value, unit)).toList())
                .toList();
        if (times.stream().flatMap(List::stream).allMatch(value -> value.isNaN())) {
            conditions.put("unit", unit);
        }
        List<List<Double>> cpu = secondary(entry, CPU);
        List<List<Double>> allocations = secondary(entry, ALLOCATION);
        List<Fork> forks = new ArrayList<>();
        for (int fork = 0; fork < times.size(); fork++) {
            Map<String, List<Double>> windows = new TreeMap<>();
            windows.put(Metric.WALL.name(), times.get(fork));
            put(windows, Metric.CPU, cpu, fork);
            put(windows, Metric.ALLOC, allocations, fork);
            forks.add(new Fork(windows, 0, conditions));
        }
        return new JmhRun(new Subject(benchmark, params(entry)), forks, environment(entry));
    }

    private static void put(Map<String, List<Double>> windows, Metric metric, List<List<Double>> values, int fork) {
        if (fork < values.size()) {
            windows.put(metric.name(), values.get(fork));
        }
    }

    private static Map<String, String> params(JsonNode entry) {
        Map<String, String> params = new TreeMap<>();
        entry.path("params")
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        return params;
    }

    private static Map<String, String> environment(JsonNode entry) {
        Map<String, String> environment = new TreeMap<>();
        for (String name : List.of("jmhVersion", "jdkVersion", "vmName", "vmVersion")) {
            environment.put(name, entry.path(name).asText("unknown"));
        }
        environment.put(
                "jvmArgs",
                StreamSupport.stream(entry.path("jvmArgs").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" ")));
        return environment;
    }

    /* Profilers of JMH before 1.36 put a middle dot before their names. */
    private static List<List<Double>> secondary(JsonNode entry, String name) {
        JsonNode metrics = entry.path("secondaryMetrics");
        return Optional.ofNullable(metrics.get(name))
                .or(() -> Optional.ofNullable(metrics.get("\u00b7" + name)))
                .map(JmhFile::forks)
                .orElse(List.of());
    }

    private static List<List<Double>> forks(JsonNode metric) {
        JsonNode histograms = metric.path("rawDataHistogram");
        List<List<Double>> forks = new ArrayList<>();
        for (JsonNode fork : histograms.isArray() ? histograms : metric.path("rawData")) {
            List<Double> windows = new ArrayList<>();
            for (JsonNode window : fork) {
                windows.add(window.isArray() ? mean(window) : number(window));
            }
            forks.add(windows);
        }
        return forks;
    }

    /* Pairs of value and count: what the mode `sample` writes. */
    private static double mean(JsonNode histogram) {
        double sum = 0;
        double count = 0;
        for (JsonNode bucket : histogram) {
            sum += number(bucket.path(0)) * number(bucket.path(1));
            count += number(bucket.path(1));
        }
        return count > 0 ? sum / count : Double.NaN;
    }

    /** Returns a number, also one that JMH writes as a string because JSON has none for it; else NaN. */
    private static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (node.asText()) {
            case "INF", "+INF", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-INF", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** Returns nanoseconds an operation; NaN for a unit that is no time. */
    static double nanos(double value, String unit) {
        String[] parts = unit.split("/", -1);
        if (parts.length == 2 && parts[1].equals("op")) {
            return value * NANOS.getOrDefault(parts[0], Double.NaN);
        }
        if (parts.length == 2 && parts[0].equals("ops")) {
            return NANOS.getOrDefault(parts[1], Double.NaN) / value;
        }
        return Double.NaN;
    }

    private String text(JsonNode node, String name, String at) {
        return require(node, name, at).asText();
    }

    private JsonNode require(JsonNode node, String name, String at) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new ResultsException(file + ": " + at + "." + name + " is missing, expected JMH's JSON");
        }
        return value;
    }
}
