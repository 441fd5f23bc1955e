package dev.agentperf.pool;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.LongAdder;

/** What happened to the claims and containers of one type. Thread-safe. */
final class Counters {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MB = 1e6;
    private static final VarHandle IDLE_NANOS = handle("idleNanos", long.class);
    private static final VarHandle IDLE_MB_SECONDS = handle("idleMbSeconds", double.class);
    private static final VarHandle RELEASED = handle("released", long.class);

    /** Claims that found a ready container at once: the only count on their way. */
    final LongAdder warmAtOnce = new LongAdder();

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
    final LongAdder starting = new LongAdder();
    final LongAdder waiting = new LongAdder();
    final LongAdder unsettled = new LongAdder();

    /* Written by the mailbox alone, one message after the other; a stored value need not be visible at once. */
    private volatile long idleNanos;
    private volatile double idleMbSeconds;
    private volatile long released;

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(Counters.class, field, type);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Adds a time for which a container stood ready and unused. By the mailbox. */
    void idled(Member member, long nanos) {
        IDLE_NANOS.setRelease(this, idleNanos + nanos);
        IDLE_MB_SECONDS.setRelease(this, idleMbSeconds + megabyteSeconds(member, nanos));
    }

    /** Counts a lease that is over. By the mailbox. */
    void released() {
        RELEASED.setRelease(this, released + 1);
    }

    long releasedSoFar() {
        return released;
    }

    long idleNanosSoFar() {
        return idleNanos;
    }

    double idleMbSecondsSoFar() {
        return idleMbSeconds;
    }

    void granted(StartPath path) {
        switch (path) {
            case WARM -> warmAfterAll.increment();
            case THAWED -> thawed.increment();
            case COLD -> cold.increment();
        }
    }

    long warm() {
        return warmAtOnce.sum() + warmAfterAll.sum();
    }

    long granted() {
        return warm() + thawed.sum() + cold.sum();
    }

    static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }

    static double megabyteSeconds(Member member, long nanos) {
        return seconds(nanos) * (member.memoryBytes / BYTES_PER_MB);
    }
}
