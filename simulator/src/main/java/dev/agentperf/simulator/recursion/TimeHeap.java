package dev.agentperf.simulator.recursion;

import java.util.Arrays;

/** Times with an index each, the earliest first: a binary heap on primitive arrays that grow. Not thread-safe. */
final class TimeHeap {
    private long[] times = new long[4];
    private int[] indexes = new int[4];
    private int size;

    /** Returns the earliest time; {@link Long#MAX_VALUE} where there is none. */
    long head() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    int size() {
        return size;
    }

    void add(long time, int index) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            indexes = Arrays.copyOf(indexes, size * 2);
        }
        int at = size++;
        while (at > 0 && times[(at - 1) >>> 1] > time) {
            move((at - 1) >>> 1, at);
            at = (at - 1) >>> 1;
        }
        place(at, time, index);
    }

    /** Removes the earliest entry and returns its index; only while there is one. */
    int removeHead() {
        int index = indexes[0];
        size--;
        if (size > 0) {
            sink(times[size], indexes[size]);
        }
        return index;
    }

    private void sink(long time, int index) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (times[child] >= time) {
                break;
            }
            move(child, at);
            at = child;
        }
        place(at, time, index);
    }

    private void move(int from, int to) {
        place(to, times[from], indexes[from]);
    }

    private void place(int at, long time, int index) {
        times[at] = time;
        indexes[at] = index;
    }
}
