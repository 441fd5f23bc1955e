package dev.agentperf.simulator.recursion;

import java.util.Arrays;

/**
 * Ready containers of one type, those of the stock and others that are kept for a time; a used one is taken before a
 * fresh one, and of either the last one first.
 *
 * <p>One whose time is over is settled when its turn to be taken comes, which changes no sum. Not thread-safe.
 */
final class ReadyShelf {
    /** Kept for as long as the stock wants it. */
    static final long IN_STOCK = Long.MAX_VALUE;

    private final Stack used = new Stack();
    private final Stack fresh = new Stack();
    private final long startNanos;
    private final long endNanos;
    private boolean tookFromStock;
    private double idleNanos;

    /** Creates an empty shelf whose idle time counts from {@code startNanos} to {@code endNanos}. */
    ReadyShelf(long startNanos, long endNanos) {
        this.startNanos = startNanos;
        this.endNanos = endNanos;
    }

    void put(long nowNanos, long keepNanos, boolean isUsed) {
        (isUsed ? used : fresh).push(nowNanos, keepNanos);
    }

    /** Takes the next one, if there is one. */
    boolean take(long nowNanos) {
        return used.take(nowNanos) || fresh.take(nowNanos);
    }

    /** Returns whether what was taken last belonged to the stock. */
    boolean tookFromStock() {
        return tookFromStock;
    }

    /** Takes the one of the stock that has been ready longest; false where there is none. */
    boolean withdrawFromStock(long nowNanos) {
        int oldestUsed = used.oldestOfStock();
        int oldestFresh = fresh.oldestOfStock();
        if (oldestUsed < 0 && oldestFresh < 0) {
            return false;
        }
        boolean takesUsed = oldestUsed >= 0 && (oldestFresh < 0 || used.since[oldestUsed] <= fresh.since[oldestFresh]);
        (takesUsed ? used : fresh).remove(takesUsed ? oldestUsed : oldestFresh, nowNanos);
        return true;
    }

    /** Ends the trace. */
    void close() {
        used.take(Long.MAX_VALUE);
        fresh.take(Long.MAX_VALUE);
    }

    double idleNanos() {
        return idleNanos;
    }

    static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return sum < a ? Long.MAX_VALUE : sum;
    }

    private final class Stack {
        private long[] since = new long[4];
        private long[] expires = new long[4];
        private boolean[] stocked = new boolean[4];
        private int size;

        void push(long nowNanos, long keepNanos) {
            if (size == since.length) {
                since = Arrays.copyOf(since, size * 2);
                expires = Arrays.copyOf(expires, size * 2);
                stocked = Arrays.copyOf(stocked, size * 2);
            }
            since[size] = nowNanos;
            expires[size] = saturatedAdd(nowNanos, keepNanos);
            stocked[size] = keepNanos == IN_STOCK;
            size++;
        }

        boolean take(long nowNanos) {
            while (size > 0) {
                size--;
                settle(size, nowNanos);
                if (expires[size] > nowNanos) {
                    tookFromStock = stocked[size];
                    return true;
                }
            }
            return false;
        }

        /** Returns where it stands; -1 where there is none. They stand in the order in which they became ready. */
        int oldestOfStock() {
            for (int i = 0; i < size; i++) {
                if (stocked[i]) {
                    return i;
                }
            }
            return -1;
        }

        void remove(int at, long nowNanos) {
            settle(at, nowNanos);
            size--;
            System.arraycopy(since, at + 1, since, at, size - at);
            System.arraycopy(expires, at + 1, expires, at, size - at);
            System.arraycopy(stocked, at + 1, stocked, at, size - at);
        }

        private void settle(int at, long nowNanos) {
            long from = Math.max(startNanos, since[at]);
            idleNanos += Math.max(0, Math.min(Math.min(expires[at], endNanos), nowNanos) - from);
        }
    }
}
