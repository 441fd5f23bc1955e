package dev.agentperf.pool;

import dev.agentperf.stats.LatencyRecorder;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What a pool counts as it runs. Thread-safe. */
final class Counters {
    static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MB = 1e6;

    final LongAdder warm = new LongAdder();
    final LongAdder cold = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder full = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder created = new LongAdder();
    final LongAdder retired = new LongAdder();
    final LongAdder createFailures = new LongAdder();
    final LongAdder died = new LongAdder();
    final LongAdder quarantined = new LongAdder();
    final LongAdder released = new LongAdder();
    final LongAdder starting = new LongAdder();
    final LongAdder waiting = new LongAdder();
    final LongAdder unsettled = new LongAdder();
    final LatencyRecorder start = new LatencyRecorder();

    private final LongAdder idleNanos = new LongAdder();
    private final DoubleAdder idleMbSeconds = new DoubleAdder();

    /** Adds the time for which a member stood ready and unused. */
    void idled(Member member, long nowNanos) {
        long nanos = idleNanos(member, nowNanos);
        idleNanos.add(nanos);
        idleMbSeconds.add(megabyteSeconds(member, nanos));
    }

    long idleNanosSoFar() {
        return idleNanos.sum();
    }

    double idleMbSecondsSoFar() {
        return idleMbSeconds.sum();
    }

    static long idleNanos(Member member, long nowNanos) {
        return Math.max(0, nowNanos - member.readySinceNanos);
    }

    static double megabyteSeconds(Member member, long nanos) {
        return nanos / NANOS_PER_SECOND * (member.memoryBytes() / BYTES_PER_MB);
    }
}
