package dev.agentperf.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools of one agent type, numbered in the order in which they were first seen. Bounded: names are not ours to
 * trust. Not thread-safe.
 */
final class KnownTools {
    static final int MOST_TOOLS = 1_000;

    /** What {@link #indexOf} returns for a tool without a number. */
    static final int UNKNOWN = -1;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    /** Gives every tool of a run a number, as long as there are numbers. */
    void learn(List<String> steps) {
        for (String step : steps) {
            if (!isMark(step) && names.size() < MOST_TOOLS && indexes.putIfAbsent(step, names.size()) == null) {
                names.add(step);
            }
        }
    }

    /** Returns whether a step is a mark in the sequence and no tool. */
    static boolean isMark(String step) {
        return isUserTurn(step) || step.equals(ExecutionPatterns.START);
    }

    /** Returns whether a step is a turn of the user, whether it tells its words or not. */
    static boolean isUserTurn(String step) {
        return step.startsWith(ExecutionPatterns.USER_TURN);
    }

    int indexOf(String tool) {
        return indexes.getOrDefault(tool, UNKNOWN);
    }

    String name(int index) {
        return names.get(index);
    }

    int size() {
        return names.size();
    }
}
