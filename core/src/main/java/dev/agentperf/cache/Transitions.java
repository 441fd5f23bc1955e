package dev.agentperf.cache;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often one tool followed another. Thread-safe. */
final class Transitions {
    private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    synchronized void add(List<String> tools) {
        for (int next = 1; next < tools.size(); next++) {
            counts.computeIfAbsent(tools.get(next - 1), from -> new HashMap<>()).merge(tools.get(next), 1L, Long::sum);
        }
    }

    synchronized Optional<String> mostFrequentAfter(String tool) {
        return counts.getOrDefault(tool, Map.of()).entrySet().stream()
                .min(MOST_FREQUENT)
                .map(Map.Entry::getKey);
    }
}
