package dev.agentperf.pool;

import dev.agentperf.time.Scheduler.Scheduled;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A claim that could not be granted at once. It is settled once: granted, late, full, failed or abandoned. */
final class Waiter {
    final CompletableFuture<Claim> answer = new CompletableFuture<>();
    final ClaimRequest request;
    final long sinceNanos;
    final @Nullable ClaimOrigin origin;

    /** Whether a thread is blocked until the answer comes, and looks after the deadline itself. */
    final boolean isBlocking;

    /** Its turn in the waiting room, and whether it is there; both belong to the room. */
    double tag;

    boolean isInRoom;

    /** How often what it carries could not be bound. */
    int bindings;

    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable Scheduled deadline;

    Waiter(ClaimRequest request, long sinceNanos, @Nullable ClaimOrigin origin, boolean isBlocking) {
        this.request = request;
        this.sinceNanos = sinceNanos;
        this.origin = origin;
        this.isBlocking = isBlocking;
    }

    boolean isArmed() {
        return deadline != null;
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
