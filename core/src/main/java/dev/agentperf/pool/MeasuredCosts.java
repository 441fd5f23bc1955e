package dev.agentperf.pool;

import dev.agentperf.pool.policy.ContainerCosts;
import java.util.function.LongSupplier;

/** What containers of one type have cost so far. Not thread-safe: it lives in its type's mailbox. */
final class MeasuredCosts implements ContainerCosts {
    /* The gain of the smoothed round-trip time in RFC 6298, section 2. */
    private static final int GAIN_DIVISOR = 8;

    private static final long UNKNOWN = -1;

    private final LongSupplier expectedBytes;
    private final PoolContext context;
    private long coldStartNanos;
    private long lastStartNanos;

    /* Policies ask several times for each claim, and to work a container's limits out may take longer than the claim. */
    private long lastBytes = UNKNOWN;

    /** @param expectedBytes tells what a container will hold, before the first is made */
    MeasuredCosts(LongSupplier expectedBytes, PoolContext context) {
        this.expectedBytes = expectedBytes;
        this.context = context;
    }

    /** Learns how long a container took from order to ready, and what it holds. */
    void started(long nanos, long bytes) {
        lastBytes = bytes;
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
        return lastBytes == UNKNOWN ? expectedBytes.getAsLong() : lastBytes;
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
