package dev.agentperf.pool;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** Adds up one {@link PoolStats}: what was counted, and what is there right now. */
final class StatsReader {
    private final PoolContext context;
    private final Collection<TypePool> types;
    private final long nowNanos;
    private int idle;
    private int paused;
    private int leased;
    private long idleBytes;
    private long idleNanos;
    private double idleMbSeconds;
    private long oldestIdleNanos;
    private long oldestNanos;

    StatsReader(PoolContext context, Collection<TypePool> types) {
        this.context = context;
        this.types = types;
        this.nowNanos = context.ticker.read();
    }

    PoolStats read() {
        types.forEach(type -> type.forEach(this::add));
        long warmAtOnce = types.stream().mapToLong(TypePool::claimsAtOnce).sum();
        return new PoolStats(
                warmAtOnce + sum(StatsReader::claimsAfterAll),
                warmAtOnce + sum(counters -> counters.warmAfterAll.sum()),
                sum(counters -> counters.thawed.sum()),
                sum(counters -> counters.cold.sum()),
                sum(counters -> counters.late.sum()),
                sum(counters -> counters.full.sum()),
                sum(counters -> counters.failed.sum()),
                sum(counters -> counters.created.sum()),
                sum(counters -> counters.retired.sum()),
                sum(counters -> counters.createFailures.sum()),
                sum(counters -> counters.quarantined.sum()),
                sum(counters -> counters.died.sum()),
                sum(counters -> counters.dropped.sum()),
                sum(counters -> counters.trimmed.sum()),
                context.runtime.reaped(),
                sum(counters -> counters.expected.sum()),
                sum(counters -> counters.ahead.sum()),
                sum(counters -> counters.aheadUsed.sum()),
                idle,
                paused,
                idleBytes,
                leased,
                (int) sum(counters -> counters.starting.sum()),
                types.stream().mapToInt(TypePool::waiting).sum(),
                context.capacity.peak(),
                Counters.seconds(oldestIdleNanos),
                Counters.seconds(oldestNanos),
                Counters.seconds(sum(Counters::idleNanosSoFar) + idleNanos),
                types.stream()
                                .mapToDouble(type -> type.counters().idleMbSecondsSoFar())
                                .sum()
                        + idleMbSeconds,
                predictedWarmRate(),
                context.times.start.snapshot(warmAtOnce));
    }

    private OptionalDouble predictedWarmRate() {
        double weighted = 0;
        long granted = 0;
        for (TypePool type : types) {
            double predicted = type.predictedWarmRate();
            if (!Double.isNaN(predicted)) {
                long ofType = type.claimsAtOnce() + type.counters().grantedAfterAll();
                weighted += predicted * ofType;
                granted += ofType;
            }
        }
        return granted == 0 ? OptionalDouble.empty() : OptionalDouble.of(weighted / granted);
    }

    private long sum(ToLongFunction<Counters> count) {
        return types.stream()
                .mapToLong(type -> count.applyAsLong(type.counters()))
                .sum();
    }

    /* Not counted on the way of a claim: every claim is settled in one of these ways, or waits. */
    private static long claimsAfterAll(Counters counters) {
        return counters.grantedAfterAll()
                + counters.late.sum()
                + counters.full.sum()
                + counters.failed.sum()
                + counters.unsettled.sum();
    }

    /* The idle time of one that is leased is counted when it comes back; until then it is added here. */
    private void add(Member member) {
        oldestNanos = Math.max(oldestNanos, nowNanos - member.createdNanos);
        if (member.isIdle()) {
            idle++;
            paused += member.isPaused() ? 1 : 0;
            idleBytes += member.memoryBytes;
            oldestIdleNanos = Math.max(oldestIdleNanos, member.idleNanos(nowNanos));
            addIdle(member, member.idleNanos(nowNanos));
        } else if (member.isLeased()) {
            leased++;
            addIdle(member, member.idledNanos());
        }
    }

    private void addIdle(Member member, long nanos) {
        idleNanos += nanos;
        idleMbSeconds += Counters.megabyteSeconds(member, nanos);
    }
}
