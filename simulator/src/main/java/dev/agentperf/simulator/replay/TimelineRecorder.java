package dev.agentperf.simulator.replay;

import dev.agentperf.pool.PoolStats;
import dev.agentperf.simulator.result.Timeline;
import dev.agentperf.simulator.trace.TraceScan;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns readings of a pool at equal distances into a {@link Timeline}. It is the replay that goes to the time of each
 * reading; nothing is scheduled, so that a recorded replay has the events of one that is not. Not thread-safe.
 */
final class TimelineRecorder {
    private static final int SPANS = 600;
    private static final int READINGS = 4;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double ROUNDING = 1e3;

    private final long startNanos;
    private final long endNanos;
    private final double spanNanos;
    private final List<Long> claims = new ArrayList<>();
    private final List<Long> coldStarts = new ArrayList<>();
    private final List<Double> meanStock = new ArrayList<>();
    private final Extent stock = new Extent();
    private final Extent demand = new Extent();
    private PoolStats spanStart;
    private int done;

    /**
     * Creates a recorder of a trace.
     *
     * @param atStart the pool at the trace's first start
     */
    TimelineRecorder(TraceScan scan, PoolStats atStart) {
        startNanos = scan.startNanos();
        endNanos = scan.endNanos();
        spanNanos = scan.summary().spanSeconds() * NANOS_A_SECOND / SPANS;
        spanStart = atStart;
        widen(atStart);
    }

    /** Returns when the next reading is due; {@link Long#MAX_VALUE} when there is none. */
    long nextNanos() {
        return done == SPANS * READINGS || !(spanNanos >= READINGS)
                ? Long.MAX_VALUE
                : Math.min(endNanos, startNanos + (long) (spanNanos * (done + 1) / READINGS));
    }

    /** Takes the reading that is due. */
    void read(PoolStats stats) {
        widen(stats);
        done++;
        if (done % READINGS == 0) {
            claims.add(stats.claims() - spanStart.claims());
            coldStarts.add(stats.cold() - spanStart.cold());
            double mean = (stats.idleSeconds() - spanStart.idleSeconds()) * NANOS_A_SECOND / spanNanos;
            meanStock.add(Math.round(mean * ROUNDING) / ROUNDING);
            stock.close();
            demand.close();
            spanStart = stats;
            widen(stats);
        }
    }

    private void widen(PoolStats stats) {
        stock.add(stats.idle());
        demand.add(stats.leased() + (int) unanswered(stats));
    }

    private static long unanswered(PoolStats stats) {
        long granted = stats.warm() + stats.thawed() + stats.cold();
        return stats.claims() - granted - stats.late() - stats.full() - stats.failed();
    }

    Timeline timeline(String policy) {
        return new Timeline(
                policy,
                spanNanos / NANOS_A_SECOND,
                READINGS,
                claims,
                coldStarts,
                meanStock,
                stock.least,
                stock.most,
                demand.least,
                demand.most);
    }

    /** The least and the most of each span. */
    private static final class Extent {
        private final List<Integer> least = new ArrayList<>();
        private final List<Integer> most = new ArrayList<>();
        private int low = Integer.MAX_VALUE;
        private int high = Integer.MIN_VALUE;

        void add(int value) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }

        void close() {
            least.add(low);
            most.add(high);
            low = Integer.MAX_VALUE;
            high = Integer.MIN_VALUE;
        }
    }
}
