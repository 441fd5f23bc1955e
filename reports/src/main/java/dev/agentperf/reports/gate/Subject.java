package dev.agentperf.reports.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is measured: a benchmark with its parameters.
 *
 * @param benchmark the full name
 * @param params parameters by name, in order of their names; empty where there are none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Subject(String benchmark, Map<String, String> params) implements Comparable<Subject> {

    /** Copies the parameters. */
    public Subject {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
    }

    /** Returns a subject without parameters. */
    public static Subject of(String benchmark) {
        return new Subject(benchmark, Map.of());
    }

    /** Returns name and parameters on one line: equal exactly for equal subjects. */
    @JsonIgnore
    public String id() {
        return benchmark + parameters();
    }

    /** Returns the last two parts of the name, class and method, with the parameters. */
    @JsonIgnore
    public String shortName() {
        int method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1) + parameters();
    }

    private String parameters() {
        return params.isEmpty()
                ? ""
                : params.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    @Override
    public int compareTo(Subject other) {
        return id().compareTo(other.id());
    }
}
