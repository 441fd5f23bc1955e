package dev.agentperf.pool;

import java.time.Duration;

/**
 * Holds a stock down for a while where memory was short: it stays at what was left of it. Not thread-safe: it lives in
 * its type's mailbox.
 */
final class StockHold {
    /* Two rounds of the optimizer's loop: memory is looked at again before the stock grows. */
    static final Duration TIME = Duration.ofMinutes(10);

    private int most;
    private long untilNanos = Long.MIN_VALUE;

    /** Lets the stock be no more than what is left, from now on. */
    void hold(int left, long nowNanos) {
        most = left;
        untilNanos = nowNanos + TIME.toNanos();
    }

    /** Returns how much of a stock is allowed now. */
    int bound(int stock, long nowNanos) {
        return nowNanos < untilNanos ? Math.min(most, stock) : stock;
    }
}
