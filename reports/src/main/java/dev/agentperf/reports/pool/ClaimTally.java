package dev.agentperf.reports.pool;

import dev.agentperf.stats.LatencyRecorder;
import dev.agentperf.stats.LatencySnapshot;
import java.util.concurrent.atomic.LongAdder;

/** What came of claims: how many of each outcome, and how long the served ones took. Thread-safe. */
final class ClaimTally {
    private final LatencyRecorder warm = new LatencyRecorder();
    private final LatencyRecorder cold = new LatencyRecorder();
    private final LatencyRecorder lag = new LatencyRecorder();
    private final LongAdder late = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** Counts a claim that found a ready container whose agent answered after that time. */
    void warm(long nanos) {
        warm.recordNanos(nanos);
    }

    /** Counts a claim that waited for its container, whose agent answered after that time. */
    void cold(long nanos) {
        cold.recordNanos(nanos);
    }

    /** Counts a claim that nobody answered in time. */
    void late() {
        late.increment();
    }

    /** Counts a claim whose container or agent failed. */
    void failed() {
        failed.increment();
    }

    /** Records how much later than planned a claim was made. */
    void lag(long nanos) {
        lag.recordNanos(nanos);
    }

    /** Returns what has been counted so far. */
    Counts counts() {
        return new Counts(warm.snapshot(), cold.snapshot(), lag.snapshot(), late.sum(), failed.sum());
    }

    /**
     * The counts of one moment.
     *
     * @param warm times to the first answer of claims that found a ready container
     * @param cold times to the first answer of claims that waited for one
     * @param lag how much later than planned claims were made; part of the other two
     * @param late claims that nobody answered in time
     * @param failed claims whose container or agent failed
     */
    record Counts(LatencySnapshot warm, LatencySnapshot cold, LatencySnapshot lag, long late, long failed) {

        /** Returns how many claims were served. */
        long served() {
            return warm.count() + cold.count();
        }

        /** Returns how many claims there were. */
        long claims() {
            return served() + late + failed;
        }
    }
}
