package dev.agentperf.pool.policy;

import java.util.Arrays;

/**
 * Since when containers of one type lie idle, as if each were kept for ever and the last to come back claimed first.
 *
 * <p>So every claim that a container kept for long enough would serve has a gap of its own: k agents side by side need
 * k containers, and a single time of the last use would tell of one only. Not thread-safe.
 */
final class IdleStack {
    /** No container has come back: all are in use, or the claim is the first. */
    static final long NONE = -1;

    private final LongQueue coming = new LongQueue();
    private final LongQueue kindsOfComing = new LongQueue();
    private long[] since = new long[4];
    private int[] kinds = new int[4];
    private int size;

    /** Adds a container that will be ready at a time, after a use of a kind; times come in order. */
    void readyAt(long atNanos, int kind) {
        coming.add(atNanos);
        kindsOfComing.add(kind);
    }

    /** Adds a container that has come back, where uses are all of one kind. */
    void released(long nowNanos) {
        released(nowNanos, 0);
    }

    /** Adds a container that has come back from a use of a kind. */
    void released(long nowNanos, int kind) {
        if (size == since.length) {
            since = Arrays.copyOf(since, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        kinds[size] = kind;
        since[size++] = nowNanos;
    }

    /** Returns how long the container had been idle that this claim takes, in nanoseconds, or {@link #NONE}. */
    long claimed(long nowNanos) {
        while (!coming.isEmpty() && coming.first() <= nowNanos) {
            released(coming.first(), (int) kindsOfComing.first());
            coming.removeFirst();
            kindsOfComing.removeFirst();
        }
        return size == 0 ? NONE : Math.max(0, nowNanos - since[--size]);
    }

    /** Returns the kind of the use after which the container was idle that was {@link #claimed} last. */
    int kind() {
        return kinds[size];
    }
}
