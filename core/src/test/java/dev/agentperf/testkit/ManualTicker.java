package dev.agentperf.testkit;

import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until the test moves it. Starts at zero. Thread-safe. */
public final class ManualTicker implements Ticker {
    private final AtomicLong nowNanos = new AtomicLong();

    @Override
    public long read() {
        return nowNanos.get();
    }

    /** Moves the clock forward; a negative duration is refused. */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time must not go back, was moved by " + duration);
        }
        nowNanos.addAndGet(duration.toNanos());
    }
}
