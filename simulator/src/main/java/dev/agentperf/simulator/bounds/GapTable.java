package dev.agentperf.simulator.bounds;

import java.util.Arrays;

/**
 * Idle gaps by length: how many, their sum and the longest, in 32 classes an octave.
 *
 * <p>Memory follows the range of the gaps, not their number: at most 32 KB for gaps from a nanosecond to three months.
 * Not thread-safe.
 */
final class GapTable {
    private static final int CLASSES_LOG2 = 5;
    private static final int CLASSES = 1 << CLASSES_LOG2;

    private int from;
    private long[] counts = {};
    private double[] sums = {};
    private long[] longest = {};

    void add(long nanos) {
        int slot = slot(classOf(nanos));
        counts[slot]++;
        sums[slot] += nanos;
        longest[slot] = Math.max(longest[slot], nanos);
    }

    /** Exact up to 32 ns, then the five bits below the highest one. */
    private static int classOf(long nanos) {
        if (nanos < CLASSES) {
            return (int) nanos;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(nanos);
        int mantissa = (int) (nanos >>> (exponent - CLASSES_LOG2)) - CLASSES;
        return (exponent - CLASSES_LOG2 + 1) * CLASSES + mantissa;
    }

    private int slot(int gapClass) {
        if (counts.length == 0) {
            from = gapClass;
            resize(0, 1);
        } else if (gapClass < from) {
            resize(from - gapClass, counts.length + from - gapClass);
            from = gapClass;
        } else if (gapClass - from >= counts.length) {
            resize(0, gapClass - from + 1);
        }
        return gapClass - from;
    }

    private void resize(int shift, int length) {
        long[] oldCounts = counts;
        double[] oldSums = sums;
        long[] oldLongest = longest;
        counts = new long[length];
        sums = new double[length];
        longest = new long[length];
        System.arraycopy(oldCounts, 0, counts, shift, oldCounts.length);
        System.arraycopy(oldSums, 0, sums, shift, oldSums.length);
        System.arraycopy(oldLongest, 0, longest, shift, oldLongest.length);
    }

    int classes() {
        return counts.length;
    }

    long count(int slot) {
        return counts[slot];
    }

    double sumNanos(int slot) {
        return sums[slot];
    }

    long longestNanos(int slot) {
        return longest[slot];
    }

    long total() {
        return Arrays.stream(counts).sum();
    }
}
