package dev.agentperf.pool;

import dev.agentperf.pool.policy.ContainerCosts;
import java.util.function.LongSupplier;

/** What containers of one type have cost so far. Not thread-safe: it lives in its type's mailbox. */
final class MeasuredCosts implements ContainerCosts {
    /* The gain of the smoothed round-trip time in RFC 6298, section 2. */
    private static final int GAIN_DIVISOR = 8;

    private final LongSupplier memory;
    private final PoolContext context;
    private long coldStartNanos;
    private long lastStartNanos;

    MeasuredCosts(LongSupplier memory, PoolContext context) {
        this.memory = memory;
        this.context = context;
    }

    void started(long nanos) {
        lastStartNanos = nanos;
        coldStartNanos = coldStartNanos == 0 ? nanos : coldStartNanos + (nanos - coldStartNanos) / GAIN_DIVISOR;
    }

    @Override
    public long coldStartNanos() {
        return coldStartNanos;
    }

    @Override
    public long lastStartNanos() {
        return lastStartNanos;
    }

    @Override
    public long memoryBytes() {
        return memory.getAsLong();
    }

    @Override
    public boolean isReused() {
        return context.config.reuse() == Reuse.RESET;
    }

    /* Not what is made at once while a stock is drained: a size must not need what is for when it was too small. */
    @Override
    public int refillParallelism() {
        return context.refillsAtOnce;
    }

    @Override
    public double refillsPerSecond() {
        return context.config.refillsPerSecond();
    }
}
