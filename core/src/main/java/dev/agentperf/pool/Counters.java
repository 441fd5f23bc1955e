package dev.agentperf.pool;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What happened to the claims and containers of one type. Thread-safe. */
final class Counters {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MB = 1e6;

    final LongAdder warmAfterAll = new LongAdder();
    final LongAdder thawed = new LongAdder();
    final LongAdder cold = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder full = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder created = new LongAdder();
    final LongAdder retired = new LongAdder();
    final LongAdder createFailures = new LongAdder();
    final LongAdder died = new LongAdder();
    final LongAdder quarantined = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder trimmed = new LongAdder();
    final LongAdder expected = new LongAdder();
    final LongAdder ahead = new LongAdder();
    final LongAdder aheadUsed = new LongAdder();
    final LongAdder starting = new LongAdder();
    final LongAdder unsettled = new LongAdder();

    private final LongAdder idleNanos = new LongAdder();
    private final DoubleAdder idleMbSeconds = new DoubleAdder();

    /**
     * Adds a time for which a container stood ready and unused. Under load most of them are shorter than what the
     * coarse clock sees, and cost nothing here.
     */
    void idled(Member member, long nanos) {
        if (nanos != 0) {
            idleNanos.add(nanos);
            idleMbSeconds.add(megabyteSeconds(member, nanos));
        }
    }

    long idleNanosSoFar() {
        return idleNanos.sum();
    }

    double idleMbSecondsSoFar() {
        return idleMbSeconds.sum();
    }

    void granted(StartPath path) {
        switch (path) {
            case WARM -> warmAfterAll.increment();
            case THAWED -> thawed.increment();
            case COLD -> cold.increment();
        }
    }

    /**
     * Returns how many claims were granted that found no ready container at once; the others are the members' to count.
     */
    long grantedAfterAll() {
        return warmAfterAll.sum() + thawed.sum() + cold.sum();
    }

    static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }

    static double megabyteSeconds(Member member, long nanos) {
        return seconds(nanos) * (member.memoryBytes / BYTES_PER_MB);
    }
}
