package dev.agentperf.reports.gate.read;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One side of a comparison of results that exist already.
 *
 * @param name the file or directory
 * @param measured benchmarks with forks
 * @param figures single figures, without noise or with their own sample
 * @param environment what must be equal on both sides, by name; what is not known is absent
 */
public record GateInput(String name, List<JmhRun> measured, List<Figure> figures, Map<String, String> environment) {

    /** Copies all. */
    public GateInput {
        measured = List.copyOf(measured);
        figures = List.copyOf(figures);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }
}
