package dev.agentperf.concurrent;

import dev.agentperf.AgentType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait and, by type, how many run. First come, first served, but a type that has its share of the places
 * lets others go first; if nobody else waits it goes on. Guarded by the executor's lock.
 */
final class WaitingLine {
    private final double typeShare;
    private final Map<AgentType, Set<Task<?>>> waiting = new LinkedHashMap<>();
    private final Map<AgentType, Integer> running = new HashMap<>();
    private int size;

    /**
     * Creates an empty line.
     *
     * @param typeShare the share of all places that a type may hold while others wait; more than 0, at most 1
     */
    WaitingLine(double typeShare) {
        this.typeShare = typeShare;
    }

    int size() {
        return size;
    }

    void add(Task<?> task) {
        waiting.computeIfAbsent(task.type(), type -> new LinkedHashSet<>()).add(task);
        size++;
    }

    /** Takes a task out of the line; returns whether it was in it. */
    boolean remove(Task<?> task) {
        Set<Task<?>> ofType = waiting.get(task.type());
        if (ofType == null || !ofType.remove(task)) {
            return false;
        }
        if (ofType.isEmpty()) {
            waiting.remove(task.type());
        }
        size--;
        return true;
    }

    /** Takes the task that is next for a place out of the line; null where nobody waits. */
    @Nullable
    Task<?> next(int places) {
        int share = (int) Math.max(1, Math.floor(typeShare * places));
        Task<?> oldest = null;
        Task<?> oldestWithinShare = null;
        for (Map.Entry<AgentType, Set<Task<?>>> ofType : waiting.entrySet()) {
            Task<?> first = ofType.getValue().iterator().next();
            oldest = older(oldest, first);
            if (running.getOrDefault(ofType.getKey(), 0) < share) {
                oldestWithinShare = older(oldestWithinShare, first);
            }
        }
        Task<?> next = oldestWithinShare != null ? oldestWithinShare : oldest;
        if (next != null) {
            remove(next);
        }
        return next;
    }

    private static Task<?> older(@Nullable Task<?> known, Task<?> other) {
        return known == null || other.number() < known.number() ? other : known;
    }

    void started(AgentType type) {
        running.merge(type, 1, Integer::sum);
    }

    void ended(AgentType type) {
        running.computeIfPresent(type, (same, count) -> count == 1 ? null : count - 1);
    }
}
