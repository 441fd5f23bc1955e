package dev.agentperf.pool.policy;

import java.util.Arrays;

/** Numbers, first in, first out, without an object for each. Not thread-safe. */
final class LongQueue {
    private long[] ring = new long[16];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Returns the number that has been there longest; the queue must not be empty. */
    long first() {
        return ring[first];
    }

    void removeFirst() {
        first = (first + 1) & (ring.length - 1);
        size--;
    }

    void add(long number) {
        if (size == ring.length) {
            grow();
        }
        ring[(first + size++) & (ring.length - 1)] = number;
    }

    /* The length stays a power of two. */
    private void grow() {
        long[] larger = Arrays.copyOfRange(ring, first, first + ring.length * 2);
        System.arraycopy(ring, 0, larger, ring.length - first, first);
        ring = larger;
        first = 0;
    }
}
