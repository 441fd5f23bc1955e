package dev.agentperf.pool;

import dev.agentperf.time.Scheduler.Scheduled;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A claim that found no ready container. It is settled once: granted, late, failed or abandoned. */
final class Waiter {
    final CompletableFuture<Claim> answer = new CompletableFuture<>();
    final long sinceNanos;
    final long timeoutNanos;

    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable Scheduled deadline;

    Waiter(long sinceNanos, long timeoutNanos) {
        this.sinceNanos = sinceNanos;
        this.timeoutNanos = timeoutNanos;
    }

    void armed(Scheduled timer) {
        deadline = timer;
    }

    boolean isSettled() {
        return settled.get();
    }

    /** Returns whether the caller decides the outcome; exactly one caller does. */
    boolean settle() {
        if (!settled.compareAndSet(false, true)) {
            return false;
        }
        Scheduled timer = deadline;
        if (timer != null) {
            timer.cancel();
        }
        return true;
    }
}
