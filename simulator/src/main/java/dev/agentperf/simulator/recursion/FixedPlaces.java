package dev.agentperf.simulator.recursion;

import java.util.Arrays;

/** A stock of one size: a loss system whose places are taken from the claim on. Not thread-safe. */
final class FixedPlaces implements TypeRun {
    private final Turnover turnover;
    private final long startNanos;
    private final long endNanos;
    private final int count;

    /** When each place is free again: a ring in order where all are taken for the same time, else any order. */
    private final long[] freeAt;

    private final TimeHeap taken = new TimeHeap();
    private int next;
    private long warm;
    private long cold;
    private double takenNanos;

    FixedPlaces(int count, Turnover turnover, long startNanos, long endNanos) {
        this.count = count;
        this.turnover = turnover;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        freeAt = new long[turnover.reused() ? 0 : count];
        Arrays.fill(freeAt, Long.MIN_VALUE);
    }

    @Override
    public void claim(long atNanos, long durationNanos) {
        long freeNanos = turnover.reused()
                ? atNanos + durationNanos + turnover.resetNanos()
                : atNanos + turnover.coldStartNanos();
        if (turnover.reused() ? takesPlace(atNanos, freeNanos) : takesNext(atNanos, freeNanos)) {
            warm++;
            takenNanos += Math.max(0, Math.min(freeNanos, endNanos) - atNanos);
        } else {
            cold++;
        }
    }

    /* Every place is taken for one cold start: the one that was taken first is free first. */
    private boolean takesNext(long atNanos, long freeNanos) {
        if (count == 0 || freeAt[next] > atNanos) {
            return false;
        }
        freeAt[next] = freeNanos;
        next = next + 1 == count ? 0 : next + 1;
        return true;
    }

    private boolean takesPlace(long atNanos, long freeNanos) {
        while (taken.head() <= atNanos) {
            taken.removeHead();
        }
        if (taken.size() >= count) {
            return false;
        }
        taken.add(freeNanos, 0);
        return true;
    }

    @Override
    public Outcome finish() {
        return new Outcome(warm, cold, (double) count * (endNanos - startNanos) - takenNanos);
    }
}
