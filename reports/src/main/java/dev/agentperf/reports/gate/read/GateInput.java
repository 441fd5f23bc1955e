package dev.agentperf.reports.gate.read;

import dev.agentperf.reports.model.Environment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison of results that exist already.
 *
 * @param name the file or directory
 * @param measured benchmarks with forks
 * @param figures single figures, without noise or with their own sample
 * @param conditions what must be equal on both sides, by name; what is not known is absent
 * @param environment where it was measured; null where nothing tells
 */
public record GateInput(
        String name,
        List<JmhRun> measured,
        List<Figure> figures,
        Map<String, String> conditions,
        @Nullable Environment environment) {

    /** Copies all. */
    public GateInput {
        measured = List.copyOf(measured);
        figures = List.copyOf(figures);
        conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
    }
}
