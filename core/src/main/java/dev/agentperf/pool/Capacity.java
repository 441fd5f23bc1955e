package dev.agentperf.pool;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How many containers exist or are being made, of all types, under the pool's ceiling. Thread-safe. */
final class Capacity {
    private final int ceiling;
    private final AtomicInteger used = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final Queue<TypePool> hungry = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<@Nullable Void> emptied = new CompletableFuture<>();
    private volatile boolean closing;

    Capacity(int ceiling) {
        this.ceiling = ceiling;
    }

    boolean tryReserve() {
        int now = used.get();
        while (now < ceiling) {
            if (used.compareAndSet(now, now + 1)) {
                peak.accumulateAndGet(now + 1, Math::max);
                return true;
            }
            now = used.get();
        }
        return false;
    }

    /** Gives one place back, and tells the type that has waited longest for room. */
    void free() {
        int left = used.decrementAndGet();
        TypePool next = hungry.poll();
        if (next != null) {
            next.roomFreed();
        }
        if (left == 0 && closing) {
            emptied.complete(null);
        }
    }

    /**
     * Tells {@code type} when a place is free. One may have become free since it asked: it is told at once then, for
     * nobody else would.
     */
    void awaitRoom(TypePool type) {
        hungry.add(type);
        if (used.get() < ceiling) {
            TypePool next = hungry.poll();
            if (next != null) {
                next.roomFreed();
            }
        }
    }

    int peak() {
        return peak.get();
    }

    /** Returns a stage that completes when nothing is left; called once no new container will be ordered. */
    CompletionStage<Void> whenEmpty() {
        closing = true;
        if (used.get() == 0) {
            emptied.complete(null);
        }
        return CompletableFuture.allOf(emptied);
    }
}
