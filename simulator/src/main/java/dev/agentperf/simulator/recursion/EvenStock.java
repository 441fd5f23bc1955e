package dev.agentperf.simulator.recursion;

import java.util.Arrays;

/**
 * A stock of one size under sessions that all last equally long: whoever took a place first gives it back first, so
 * that the places are a ring. Not thread-safe.
 */
final class EvenStock implements TypeRun {
    private final long startNanos;
    private final long endNanos;
    private final long takenForNanos;
    private final long[] freeAt;
    private int next;
    private long warm;
    private long cold;
    private long cutNanos;

    EvenStock(int count, Turnover turnover, long durationNanos, long startNanos, long endNanos) {
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        takenForNanos = turnover.reused() ? durationNanos + turnover.resetNanos() : turnover.coldStartNanos();
        freeAt = new long[count];
        Arrays.fill(freeAt, Long.MIN_VALUE);
    }

    @Override
    public void claim(long atNanos, long durationNanos) {
        claims(new long[] {atNanos}, 1);
    }

    @Override
    public void claims(long[] starts, int count) {
        long[] ring = freeAt;
        int place = next;
        long found = 0;
        for (int i = 0; i < count && ring.length > 0; i++) {
            long at = starts[i];
            if (ring[place] <= at) {
                long free = at + takenForNanos;
                ring[place] = free;
                place = place + 1 == ring.length ? 0 : place + 1;
                found++;
                cutNanos += Math.max(0, free - Math.max(at, endNanos));
            }
        }
        next = place;
        warm += found;
        cold += count - found;
    }

    @Override
    public Outcome finish() {
        double takenNanos = (double) warm * takenForNanos - cutNanos;
        return new Outcome(warm, cold, (double) freeAt.length * (endNanos - startNanos) - takenNanos);
    }
}
