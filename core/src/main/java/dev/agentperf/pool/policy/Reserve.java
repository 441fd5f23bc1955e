package dev.agentperf.pool.policy;

import java.time.Duration;

/**
 * One container more than were ever needed at once: whether it is worth being made, and for how long it then waits.
 *
 * <p>A claim that would find nothing, though every container that ever was had been kept, is growth. No gap that was
 * seen tells when growth comes again; so a reserve waits until it has cost half a cold start, which traces chose (see
 * {@link Adaptive}). A type that is announced before its first claim has a reserve at once. From its second container
 * on it has one after each growth, as long as such reserves, made or not, would have gained: what a cold start costs
 * less the wait where growth came in time, the whole wait where it did not (follow the leader; see {@link Adaptive}).
 *
 * <p>Not thread-safe.
 */
final class Reserve {
    private static final double WAIT_COLD_STARTS = 0.5;

    /* In growths: an old one counts e times less than one that came so many later. */
    private static final double MEMORY = 8;
    private static final double KEPT = 1 - 1 / MEMORY;

    private final LongQueue readyNanos = new LongQueue();
    private boolean isFirst = true;
    private boolean isGrowing = true;
    private double gain;

    /** Learns of a claim for which a container was there that had been kept. */
    void served() {
        isGrowing = false;
    }

    /**
     * Learns of growth.
     *
     * @param startNanos how long a container takes to start
     * @param coldNanos the price of a cold start, as idle time of a container
     */
    void grew(long nowNanos, long startNanos, double coldNanos) {
        isGrowing = !isFirst;
        isFirst = false;
        settle(nowNanos, coldNanos);
        if (isGrowing) {
            readyNanos.add(nowNanos + startNanos);
        }
    }

    private void settle(long nowNanos, double coldNanos) {
        double wait = WAIT_COLD_STARTS * coldNanos;
        while (!readyNanos.isEmpty() && readyNanos.first() + wait < nowNanos) {
            readyNanos.removeFirst();
            gain = gain * KEPT - wait;
        }
        if (!readyNanos.isEmpty() && readyNanos.first() <= nowNanos) {
            gain = gain * KEPT + coldNanos - (nowNanos - readyNanos.first());
            readyNanos.removeFirst();
        }
    }

    /** Returns whether one is to be made: before the first claim, and after one that was growth. */
    boolean isWorthMaking() {
        return isGrowing && gain >= 0;
    }

    /** Returns how long one waits; the number is that of {@link #grew}. */
    static Duration time(double coldNanos) {
        return Price.duration(WAIT_COLD_STARTS * coldNanos);
    }
}
