package dev.agentperf.simulator.capacity;

import java.util.PriorityQueue;

/** The most that is held at once by what comes and goes. Not thread-safe. */
final class AtOnce {
    private final PriorityQueue<Held> held = new PriorityQueue<>();
    private long now;
    private long most;

    private record Held(long untilNanos, long amount) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            return Long.compare(untilNanos, other.untilNanos);
        }
    }

    /** Adds an amount that is held for a time; they come in order. */
    void hold(long atNanos, long untilNanos, long amount) {
        for (Held first = held.peek(); first != null && first.untilNanos <= atNanos; first = held.peek()) {
            now -= held.remove().amount;
        }
        held.add(new Held(untilNanos, amount));
        now += amount;
        most = Math.max(most, now);
    }

    long most() {
        return most;
    }
}
