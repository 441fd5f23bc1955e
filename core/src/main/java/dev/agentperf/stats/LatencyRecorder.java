package dev.agentperf.stats;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A histogram of durations in nanoseconds, correct to three significant digits from 1 ns to hours.
 *
 * <p>Thread-safe: recording is wait-free on machines with atomic increments, and may go on while a snapshot is taken.
 */
public final class LatencyRecorder {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final ConcurrentHistogram histogram = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private final LongAdder instants = new LongAdder();
    private final LongAccumulator maxNanos = new LongAccumulator(Math::max, 0);

    /** Creates an empty recorder. */
    public LatencyRecorder() {
        histogram.setAutoResize(true);
    }

    /** Records one duration; a negative one counts as zero. */
    public void recordNanos(long nanos) {
        long value = Math.max(0, nanos);
        histogram.recordValue(value);
        maxNanos.accumulate(value);
    }

    /**
     * Records one duration of 0, for less than {@link #recordNanos} costs: for paths that are faster than measuring
     * them.
     */
    public void recordInstant() {
        instants.increment();
    }

    /** Returns what has been recorded so far. */
    public LatencySnapshot snapshot() {
        Histogram counts = histogram.copy();
        counts.recordValueWithCount(0, instants.sum());
        return new LatencySnapshot(counts, maxNanos.get());
    }
}
