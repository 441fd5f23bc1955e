package dev.agentperf.stats;

import java.util.concurrent.atomic.LongAccumulator;
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

    /** Returns what has been recorded so far. */
    public LatencySnapshot snapshot() {
        return snapshot(0);
    }

    /**
     * Returns what has been recorded so far, and besides that many durations of 0: those that were over faster than
     * recording them would have been, and were only counted.
     *
     * @param instants 0 or more
     */
    public LatencySnapshot snapshot(long instants) {
        Histogram counts = histogram.copy();
        counts.recordValueWithCount(0, instants);
        return new LatencySnapshot(counts, maxNanos.get());
    }
}
