package dev.agentperf.pool;

import java.util.Collection;

/** Adds up one {@link PoolStats}: what was counted, and what is idle right now. */
final class StatsReader {
    private final PoolContext context;
    private final long nowNanos;
    private int idle;
    private long idleNanos;
    private double idleMbSeconds;

    StatsReader(PoolContext context) {
        this.context = context;
        this.nowNanos = context.ticker.read();
    }

    PoolStats read(Collection<TypePool> types) {
        types.forEach(type -> type.forEachReady(this::add));
        Counters counters = context.counters;
        long warm = counters.warm.sum();
        long cold = counters.cold.sum();
        return new PoolStats(
                claims(counters),
                warm,
                cold,
                counters.late.sum(),
                counters.full.sum(),
                counters.failed.sum(),
                counters.created.sum(),
                counters.retired.sum(),
                counters.createFailures.sum(),
                counters.quarantined.sum(),
                counters.died.sum(),
                idle,
                (int) (warm + cold - counters.released.sum()),
                counters.starting.intValue(),
                counters.waiting.intValue(),
                context.capacity.peak(),
                (counters.idleNanosSoFar() + idleNanos) / Counters.NANOS_PER_SECOND,
                counters.idleMbSecondsSoFar() + idleMbSeconds,
                counters.start.snapshot());
    }

    /* Not counted on the way of a claim: every claim is settled in one of these ways, or waits. */
    private static long claims(Counters counters) {
        return counters.warm.sum()
                + counters.cold.sum()
                + counters.late.sum()
                + counters.full.sum()
                + counters.failed.sum()
                + counters.unsettled.sum();
    }

    private void add(Member member) {
        long nanos = Counters.idleNanos(member, nowNanos);
        idle++;
        idleNanos += nanos;
        idleMbSeconds += Counters.megabyteSeconds(member, nanos);
    }
}
