package dev.agentperf.simulator.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts, by kind, what a reader could not map. Not thread-safe. */
final class Notes {
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** Counts one more of a kind; {@code sentence} is a constant with {@code {}} where the count goes. */
    void count(String sentence) {
        count(sentence, 1);
    }

    /** Counts {@code howMany} more of a kind. */
    void count(String sentence, long howMany) {
        counts.merge(sentence, howMany, Long::sum);
    }

    /** States something that is true of the whole file. */
    void state(String sentence) {
        counts.putIfAbsent(sentence, 0L);
    }

    /** Returns a sentence a kind, in the order of first occurrence, each beginning with {@code file}. */
    List<String> sentences(TraceFile file) {
        return counts.entrySet().stream()
                .map(kind -> file.name() + ": " + kind.getKey().replace("{}", String.format("%,d", kind.getValue())))
                .toList();
    }
}
