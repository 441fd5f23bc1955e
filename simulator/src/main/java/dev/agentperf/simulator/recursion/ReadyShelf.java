package dev.agentperf.simulator.recursion;

import java.util.Arrays;

/**
 * Ready containers of one type, the last one first: those of the stock, and others that are kept for a time.
 *
 * <p>One whose time is over is settled when its turn to be taken comes, which changes no sum. Not thread-safe.
 */
final class ReadyShelf {
    /** Kept for as long as the stock wants it. */
    static final long IN_STOCK = Long.MAX_VALUE;

    private final long endNanos;
    private long[] since = new long[4];
    private long[] expires = new long[4];
    private boolean[] stocked = new boolean[4];
    private int size;
    private boolean tookFromStock;
    private double idleNanos;

    /** Creates an empty shelf whose idle time counts up to {@code endNanos}. */
    ReadyShelf(long endNanos) {
        this.endNanos = endNanos;
    }

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

    /** Takes the last one that became ready, if there is one. */
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

    /** Returns whether what was taken last belonged to the stock. */
    boolean tookFromStock() {
        return tookFromStock;
    }

    /** Takes the one of the stock that has been ready longest; false where there is none. */
    boolean withdrawFromStock(long nowNanos) {
        for (int i = 0; i < size; i++) {
            if (stocked[i]) {
                settle(i, nowNanos);
                remove(i);
                return true;
            }
        }
        return false;
    }

    private void remove(int at) {
        size--;
        System.arraycopy(since, at + 1, since, at, size - at);
        System.arraycopy(expires, at + 1, expires, at, size - at);
        System.arraycopy(stocked, at + 1, stocked, at, size - at);
    }

    /* What stands ready before the trace starts or after it ends does not count. */
    private void settle(int at, long nowNanos) {
        idleNanos += Math.max(0, Math.min(Math.min(expires[at], endNanos), nowNanos) - since[at]);
    }

    /** Ends the trace. */
    void close() {
        while (size > 0) {
            size--;
            settle(size, endNanos);
        }
    }

    double idleNanos() {
        return idleNanos;
    }

    static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return sum < a ? Long.MAX_VALUE : sum;
    }
}
