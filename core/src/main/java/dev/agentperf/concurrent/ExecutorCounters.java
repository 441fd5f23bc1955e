package dev.agentperf.concurrent;

import dev.agentperf.stats.LatencyRecorder;
import java.util.concurrent.atomic.LongAdder;

/** The running figures behind {@link ExecutorStats}. Thread-safe. */
final class ExecutorCounters {
    final LongAdder submitted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    final LatencyRecorder waited = new LatencyRecorder();
    final LatencyRecorder ran = new LatencyRecorder();
    private final LongAdder completed = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder failed = new LongAdder();

    void count(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Completed) {
            completed.increment();
        } else if (outcome instanceof Outcome.Rejected) {
            rejected.increment();
        } else if (outcome instanceof Outcome.Late) {
            late.increment();
        } else if (outcome instanceof Outcome.Cancelled) {
            cancelled.increment();
        } else if (outcome instanceof Outcome.Failed) {
            failed.increment();
        }
    }

    ExecutorStats snapshot(int limit, int running, int waiting) {
        return new ExecutorStats(
                limit,
                running,
                waiting,
                submitted.sum(),
                completed.sum(),
                rejected.sum(),
                late.sum(),
                cancelled.sum(),
                failed.sum(),
                waited.snapshot(),
                ran.snapshot());
    }
}
