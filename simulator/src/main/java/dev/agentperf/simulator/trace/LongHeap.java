package dev.agentperf.simulator.trace;

/** A binary min-heap of primitive longs with a fixed capacity. Not thread-safe. */
final class LongHeap {
    private final long[] entries;
    private int size;

    LongHeap(int capacity) {
        entries = new long[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the smallest entry; only while the heap is not empty. */
    long head() {
        return entries[0];
    }

    /** Adds an entry; only below capacity. */
    void add(long entry) {
        int at = size++;
        while (at > 0 && entries[(at - 1) / 2] > entry) {
            entries[at] = entries[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        entries[at] = entry;
    }

    /** Removes the smallest entry. */
    void removeHead() {
        size--;
        if (size > 0) {
            replaceHead(entries[size]);
        }
    }

    /** Removes the smallest entry and adds another one, in one pass. */
    void replaceHead(long entry) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && entries[child + 1] < entries[child]) {
                child++;
            }
            if (entries[child] >= entry) {
                break;
            }
            entries[at] = entries[child];
            at = child;
        }
        entries[at] = entry;
    }
}
