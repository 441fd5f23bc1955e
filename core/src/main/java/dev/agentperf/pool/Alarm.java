package dev.agentperf.pool;

import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A timer that rings at the earliest time it was set to. Not thread-safe: it lives in a mailbox, and rings there. */
final class Alarm {
    private final TypeContext type;
    private final Runnable action;
    private @Nullable Scheduled timer;
    private long atNanos;
    private long set;

    Alarm(TypeContext type, Runnable action) {
        this.type = type;
        this.action = action;
    }

    /** Lets it ring at a time; where it rings before, whoever hears it sets it again. */
    void ringAt(long newNanos, long nowNanos) {
        if (timer != null && atNanos <= newNanos) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        atNanos = newNanos;
        long number = ++set;
        timer = type.later(Duration.ofNanos(Math.max(0, newNanos - nowNanos)), () -> ring(number));
    }

    /* One that was set anew may be on its way already: it came too late to be cancelled. */
    private void ring(long number) {
        if (number == set) {
            timer = null;
            action.run();
        }
    }
}
