package dev.agentperf.simulator.faults;

import dev.agentperf.time.Ticker;

/**
 * A clock that leaps ahead by seven seconds now and then, as it does for a process that was stopped for a while, and
 * whose coarse reading lags by up to five milliseconds.
 */
final class JumpingTicker implements Ticker {
    private static final long EVERY_NANOS = 9_000_000_000L;
    private static final long LEAP_NANOS = 7_000_000_000L;
    private static final long LAG_NANOS = 5_000_000;

    private final Ticker steady;

    JumpingTicker(Ticker steady) {
        this.steady = steady;
    }

    @Override
    public long read() {
        long now = steady.read();
        return now + now / EVERY_NANOS * LEAP_NANOS;
    }

    @Override
    public Ticker coarse() {
        return () -> read() / LAG_NANOS * LAG_NANOS;
    }
}
