package dev.agentperf.simulator.recursion;

import java.util.Arrays;

/**
 * Containers kept for a fixed time, under sessions that all last equally long.
 *
 * <p>What begins warm ends in the order in which it began, and so does what begins cold: two queues tell which
 * container is next to be ready, without a heap. Containers become ready in the order of time and are all kept equally
 * long, so that below one that has expired none is fresh. Not thread-safe.
 */
final class EvenKeeping implements TypeRun {
    private final long keepNanos;
    private final long warmBackNanos;
    private final long coldBackNanos;
    private final long endNanos;

    private final TimeRing afterWarm = new TimeRing();
    private final TimeRing afterCold = new TimeRing();
    private long[] readySince = new long[4];
    private int ready;

    private long warm;
    private long cold;
    private double idleNanos;

    EvenKeeping(long keepNanos, Turnover turnover, long durationNanos, long endNanos) {
        this.keepNanos = keepNanos;
        this.endNanos = endNanos;
        warmBackNanos = durationNanos + (turnover.reused() ? turnover.resetNanos() : turnover.coldStartNanos());
        coldBackNanos = warmBackNanos + turnover.coldStartNanos();
    }

    @Override
    public void claim(long atNanos, long durationNanos) {
        claimAt(atNanos);
    }

    @Override
    public void claims(long[] starts, int count) {
        for (int i = 0; i < count; i++) {
            claimAt(starts[i]);
        }
    }

    private void claimAt(long atNanos) {
        takeBack(atNanos);
        if (ready > 0 && readySince[ready - 1] + keepNanos > atNanos) {
            idleNanos += atNanos - readySince[--ready];
            warm++;
            afterWarm.add(atNanos + warmBackNanos);
        } else {
            expireAll();
            cold++;
            afterCold.add(atNanos + coldBackNanos);
        }
    }

    private void takeBack(long untilNanos) {
        while (afterCold.first() <= untilNanos) {
            takeBackWarm(afterCold.first());
            takeBackCold();
        }
        takeBackWarm(untilNanos);
    }

    private void takeBackWarm(long untilNanos) {
        makeRoomFor(afterWarm.size());
        ready = afterWarm.moveUpTo(untilNanos, readySince, ready);
    }

    private void takeBackCold() {
        makeRoomFor(1);
        readySince[ready++] = afterCold.first();
        afterCold.removeFirst();
    }

    private void makeRoomFor(int more) {
        if (ready + more >= readySince.length) {
            readySince = Arrays.copyOf(readySince, 2 * (ready + more));
        }
    }

    private void expireAll() {
        idleNanos += (double) ready * keepNanos;
        ready = 0;
    }

    @Override
    public Outcome finish() {
        takeBack(endNanos);
        while (ready > 0) {
            ready--;
            idleNanos += Math.min(keepNanos, endNanos - readySince[ready]);
        }
        return new Outcome(warm, cold, idleNanos);
    }
}
