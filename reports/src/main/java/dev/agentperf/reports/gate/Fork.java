package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one JVM measured.
 *
 * @param windows the figure of each window, in order of time, by the name of the {@link Metric}; a profiler's figures
 *     may be absent
 * @param seconds how long the whole fork took, with its start, 0 or more
 * @param conditions what must be equal for two forks to be comparable, by name: mode, threads and the like
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Fork(Map<String, List<Double>> windows, double seconds, Map<String, String> conditions) {

    /** Copies all, and validates the time. */
    public Fork {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("seconds must not be negative, was " + seconds);
        }
        Map<String, List<Double>> copy = new TreeMap<>();
        windows.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        windows = Collections.unmodifiableMap(copy);
        conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
    }

    /** Returns the windows of a metric; empty where it was not measured. */
    public double[] of(Metric metric) {
        return windows.getOrDefault(metric.name(), List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Returns what differs from another fork's conditions, such as {@code mode avgt or thrpt}; empty for nothing. */
    public String differences(Fork other) {
        TreeSet<String> names = new TreeSet<>(conditions.keySet());
        names.addAll(other.conditions.keySet());
        return names.stream()
                .filter(name -> !conditions.getOrDefault(name, "").equals(other.conditions.getOrDefault(name, "")))
                .map(name -> name + " " + conditions.getOrDefault(name, "none") + " or "
                        + other.conditions.getOrDefault(name, "none"))
                .collect(Collectors.joining(", "));
    }
}
