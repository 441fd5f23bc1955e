package dev.agentperf.simulator.trace;

import java.util.Arrays;

/**
 * How often one function was invoked in each minute, minutes without an invocation left out. Held as pairs of variable
 * length integers (minutes since the last pair, count): two to three bytes an active minute, so that a whole day of a
 * large cloud fits into memory. Filled once, then read once; not thread-safe.
 */
final class MinuteCounts {
    /** The most invocations of one function in one minute, 1.6 million a second. */
    static final int MOST_IN_A_MINUTE = 100_000_000;

    /** What {@link #minute()} is after the last one. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private byte[] pairs = new byte[16];
    private int end;
    private int at;
    private int lastAdded;
    private int minute;
    private int count;
    private long total;

    /** Adds a later minute than any before. */
    void add(int addedMinute, int addedCount) {
        write(addedMinute - lastAdded);
        write(addedCount);
        lastAdded = addedMinute;
        total += addedCount;
    }

    /** Gives back the room that was kept for more. */
    void trim() {
        pairs = Arrays.copyOf(pairs, end);
    }

    /** Returns how many invocations there are in all minutes together. */
    long total() {
        return total;
    }

    /** Moves to the next minute with an invocation, or to {@link #NEVER} after the last. */
    void next() {
        if (at == end) {
            minute = NEVER;
        } else {
            minute += read();
            count = read();
        }
    }

    /** Returns the current minute, from 0; 0 before the first call of {@link #next()}. */
    int minute() {
        return minute;
    }

    /** Returns the current minute's invocations, 1 or more. */
    int count() {
        return count;
    }

    private void write(int value) {
        int rest = value;
        while (rest > SEVEN_BITS) {
            write((byte) (rest | MORE));
            rest >>>= 7;
        }
        write((byte) rest);
    }

    private void write(byte b) {
        if (end == pairs.length) {
            pairs = Arrays.copyOf(pairs, pairs.length * 2);
        }
        pairs[end++] = b;
    }

    private int read() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = pairs[at++];
            value |= (b & SEVEN_BITS) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
