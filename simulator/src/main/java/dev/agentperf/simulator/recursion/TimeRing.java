package dev.agentperf.simulator.recursion;

/** Times in the order in which they are added: a queue on a primitive array that grows. Not thread-safe. */
final class TimeRing {
    private long[] times = new long[4];
    private int from;
    private int size;
    private long first = Long.MAX_VALUE;

    /** Returns the first time; {@link Long#MAX_VALUE} where there is none. */
    long first() {
        return first;
    }

    void add(long time) {
        if (size == times.length) {
            grow();
        }
        times[(from + size) & (times.length - 1)] = time;
        if (size++ == 0) {
            first = time;
        }
    }

    /** Removes the first time; only while there is one. */
    void removeFirst() {
        from = (from + 1) & (times.length - 1);
        size--;
        first = size == 0 ? Long.MAX_VALUE : times[from];
    }

    private void grow() {
        long[] larger = new long[size * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = times[(from + i) & (times.length - 1)];
        }
        times = larger;
        from = 0;
    }
}
