package dev.agentperf.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The plainest guess there is, to measure others by: the tool that followed the last one most often, and after a tool
 * that nothing has followed yet, the one that is called most often. Of equals the first in the alphabet. Not
 * thread-safe.
 */
final class FirstOrder {
    private final Map<String, Map<String, Integer>> followers = new HashMap<>();
    private final Map<String, Integer> all = new TreeMap<>();

    void learn(List<String> calls) {
        String last = ExecutionPatterns.START;
        for (String call : calls) {
            followers.computeIfAbsent(last, tool -> new TreeMap<>()).merge(call, 1, Integer::sum);
            all.merge(call, 1, Integer::sum);
            last = call;
        }
    }

    /** Returns the guess after some calls; null where no run is known. */
    @Nullable
    String next(List<String> calls) {
        String last = calls.isEmpty() ? ExecutionPatterns.START : calls.get(calls.size() - 1);
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> candidate :
                followers.getOrDefault(last, all).entrySet()) {
            if (candidate.getValue() > most) {
                best = candidate.getKey();
                most = candidate.getValue();
            }
        }
        return best;
    }
}
