package dev.agentperf.simulator.recursion;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What {@code fixed:N} makes of the claims of one type, for every N at once.
 *
 * <p>A stock of N places under claims that do not wait for one is a loss system. Let each claim take the free place
 * with the lowest number: then the first N places never learn of those above them, and what they serve is what a stock
 * of N serves. So one pass over the claims gives the warm starts and the idle time of every N (ordered hunting; Cooper,
 * <i>Introduction to Queueing Theory</i>, 1981, chapter 3). It is exact, for any arrivals and any times of use: a place
 * is taken from the claim on, for one cold start where containers serve once, and for the session and its reset where
 * they are reused; a claim that finds none gets a container outside the stock.
 *
 * <p>Memory grows with the most places taken at once, not with the claims. Not thread-safe.
 */
public final class StockLevels {
    private final long endNanos;
    private final TimeHeap taken = new TimeHeap();
    private final BitSet busy = new BitSet();
    private long[] served = new long[4];
    private double[] busyNanos = new double[4];
    private int levels;
    private long claims;

    /**
     * Creates the levels of one type.
     *
     * @param endNanos when the trace ends; a place that is taken then is counted as taken up to then
     */
    public StockLevels(long endNanos) {
        this.endNanos = endNanos;
    }

    /**
     * Adds a claim; claims come in order.
     *
     * @param atNanos when it comes
     * @param freeNanos when the place that it takes is ready again; not before {@code atNanos}
     */
    public void claim(long atNanos, long freeNanos) {
        while (taken.head() <= atNanos) {
            busy.clear(taken.removeHead());
        }
        int place = busy.nextClearBit(0);
        if (place == served.length) {
            served = Arrays.copyOf(served, place * 2);
            busyNanos = Arrays.copyOf(busyNanos, place * 2);
        }
        levels = Math.max(levels, place + 1);
        claims++;
        served[place]++;
        busyNanos[place] += Math.max(0, Math.min(freeNanos, endNanos) - atNanos);
        busy.set(place);
        taken.add(freeNanos, place);
    }

    /** Returns how many claims there were. */
    public long claims() {
        return claims;
    }

    /** Returns the least stock that serves every claim warm. */
    public int levels() {
        return levels;
    }

    /** Returns how many claims the place number {@code place} serves, from 0 on: what one more in stock adds. */
    public long served(int place) {
        return place < levels ? served[place] : 0;
    }

    /** Returns for how long that place stands taken, in nanoseconds. */
    public double busyNanos(int place) {
        return place < levels ? busyNanos[place] : 0;
    }

    /** Returns how many claims a stock of {@code count} serves warm. */
    public long warm(int count) {
        long warm = 0;
        for (int place = 0; place < Math.min(count, levels); place++) {
            warm += served[place];
        }
        return warm;
    }

    /**
     * Returns for how long the containers of a stock of {@code count} stand ready and unused, in nanoseconds.
     *
     * @param startNanos when the trace starts; the stock stands ready then
     */
    public double idleNanos(int count, long startNanos) {
        double idle = (double) count * (endNanos - startNanos);
        for (int place = 0; place < Math.min(count, levels); place++) {
            idle -= busyNanos[place];
        }
        return idle;
    }

    /**
     * Returns the least stock that serves at least this share of the claims warm.
     *
     * @param warmRate 0 to 1
     */
    public int leastFor(double warmRate) {
        long warm = 0;
        int count = 0;
        while (count < levels && warm < warmRate * claims) {
            warm += served[count++];
        }
        return count;
    }
}
