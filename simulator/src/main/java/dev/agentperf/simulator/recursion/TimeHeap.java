package dev.agentperf.simulator.recursion;

import java.util.Arrays;

/**
 * Times with an index each, the earliest first, and of equal ones the first that came: a binary heap on primitive
 * arrays that grow. Not thread-safe.
 */
final class TimeHeap {
    private long[] times = new long[4];
    private int[] indexes = new int[4];
    private long[] numbers = new long[4];
    private int size;
    private long added;

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
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        int at = size++;
        while (at > 0 && times[(at - 1) >>> 1] > time) {
            move((at - 1) >>> 1, at);
            at = (at - 1) >>> 1;
        }
        place(at, time, index, added++);
    }

    /** Removes the earliest entry and returns its index; only while there is one. */
    int removeHead() {
        int index = indexes[0];
        size--;
        if (size > 0) {
            sink(times[size], indexes[size], numbers[size]);
        }
        return index;
    }

    private void sink(long time, int index, long number) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(child + 1, times[child], numbers[child])) {
                child++;
            }
            if (!isBefore(child, time, number)) {
                break;
            }
            move(child, at);
            at = child;
        }
        place(at, time, index, number);
    }

    private boolean isBefore(int at, long time, long number) {
        return times[at] < time || (times[at] == time && numbers[at] < number);
    }

    private void move(int from, int to) {
        place(to, times[from], indexes[from], numbers[from]);
    }

    private void place(int at, long time, int index, long number) {
        times[at] = time;
        indexes[at] = index;
        numbers[at] = number;
    }
}
