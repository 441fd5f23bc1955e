package dev.agentperf.simulator.recursion;

/** Times in the order in which they are added: a queue on a primitive array that grows. Not thread-safe. */
final class TimeRing {
    private static final long NONE = Long.MAX_VALUE;

    /* Behind the last time stands NONE: the first needs no question whether there is one. */
    private long[] times = {NONE, 0, 0, 0};
    private int from;
    private int size;

    /** Returns the first time; {@link Long#MAX_VALUE} where there is none. */
    long first() {
        return times[from];
    }

    int size() {
        return size;
    }

    void add(long time) {
        if (size + 1 == times.length) {
            grow();
        }
        times[(from + size) & (times.length - 1)] = time;
        size++;
        times[(from + size) & (times.length - 1)] = NONE;
    }

    /** Removes the first time; only while there is one. */
    void removeFirst() {
        from = (from + 1) & (times.length - 1);
        size--;
    }

    /**
     * Moves all times up to {@code last} to {@code to}, from the index {@code at} on, and returns the index behind
     * them.
     *
     * @param to has room for all that are here, and for one more
     */
    int moveUpTo(long last, long[] to, int at) {
        long[] ring = times;
        int mask = ring.length - 1;
        int moved = 0;
        // Mostly none, one or two, as chance will have it: a branch for each would be guessed wrong every other time.
        for (int i = 0; i < 2; i++) {
            long time = ring[(from + moved) & mask];
            to[at + moved] = time;
            moved += time <= last ? 1 : 0;
        }
        while (ring[(from + moved) & mask] <= last) {
            to[at + moved] = ring[(from + moved) & mask];
            moved++;
        }
        from = (from + moved) & mask;
        size -= moved;
        return at + moved;
    }

    private void grow() {
        long[] larger = new long[times.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = times[(from + i) & (times.length - 1)];
        }
        times = larger;
        from = 0;
    }
}
