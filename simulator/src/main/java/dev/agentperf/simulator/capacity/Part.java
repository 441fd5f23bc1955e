package dev.agentperf.simulator.capacity;

import dev.agentperf.pool.Reuse;
import dev.agentperf.simulator.recursion.StockLevels;

/** One type's claims in one part of a trace, for stocks of any size. Not thread-safe. */
final class Part {
    private final ServiceLevel level;
    private final long startNanos;
    private final long endNanos;
    private final StockLevels levels;

    Part(ServiceLevel level, long startNanos, long endNanos) {
        this.level = level;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        this.levels = new StockLevels(endNanos);
    }

    void claim(long atNanos, long durationNanos) {
        long takenNanos = level.reuse() == Reuse.RESET
                ? durationNanos + level.reset().toNanos()
                : level.coldStart().toNanos();
        levels.claim(atNanos, atNanos + takenNanos);
    }

    long claims() {
        return levels.claims();
    }

    /** Returns the least size that meets the service level here. */
    int size() {
        return level.isMetCold() ? 0 : levels.leastFor(level.warmRate());
    }

    /** Returns how many claims a size serves in time. */
    long served(int size) {
        return level.isMetCold() ? levels.claims() : levels.warm(size);
    }

    double meanIdle(int size) {
        return endNanos == startNanos ? 0 : levels.idleNanos(size, startNanos) / (endNanos - startNanos);
    }
}
