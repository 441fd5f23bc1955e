package dev.agentperf.pool;

import dev.agentperf.stats.LatencyRecorder;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What a pool counts as it runs. Thread-safe. */
final class Counters {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MB = 1e6;

    final LongAdder claims = new LongAdder();
    final LongAdder warm = new LongAdder();
    final LongAdder cold = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder full = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder created = new LongAdder();
    final LongAdder retired = new LongAdder();
    final LongAdder createFailures = new LongAdder();
    final LongAdder quarantined = new LongAdder();
    final LongAdder leased = new LongAdder();
    final LongAdder starting = new LongAdder();
    final LongAdder waiting = new LongAdder();
    final LatencyRecorder start = new LatencyRecorder();

    private final DoubleAdder idleSeconds = new DoubleAdder();
    private final DoubleAdder idleMbSeconds = new DoubleAdder();

    /** Adds the time for which a member stood ready and unused. */
    void idled(Member member, long nowNanos) {
        double seconds = idleSeconds(member, nowNanos);
        idleSeconds.add(seconds);
        idleMbSeconds.add(seconds * megabytes(member));
    }

    double idleSecondsSoFar() {
        return idleSeconds.sum();
    }

    double idleMbSecondsSoFar() {
        return idleMbSeconds.sum();
    }

    static double idleSeconds(Member member, long nowNanos) {
        return Math.max(0, nowNanos - member.readySinceNanos) / NANOS_PER_SECOND;
    }

    static double megabytes(Member member) {
        return member.memoryBytes() / BYTES_PER_MB;
    }
}
