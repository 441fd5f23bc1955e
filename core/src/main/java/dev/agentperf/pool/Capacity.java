package dev.agentperf.pool;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How many containers exist or are being made, of all types, under the pool's ceiling, and how many are being made at
 * once. Thread-safe.
 */
final class Capacity {
    private final int ceiling;
    private final int mostStarting;
    private final AtomicInteger used = new AtomicInteger();
    private final AtomicInteger starting = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final Queue<TypePool> hungry = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<@Nullable Void> emptied = new CompletableFuture<>();
    private volatile boolean closing;

    Capacity(int ceiling, int mostStarting) {
        this.ceiling = ceiling;
        this.mostStarting = mostStarting;
    }

    /** Takes a place for a container that is to be made now. */
    boolean tryReserve() {
        if (!tryTake(starting, mostStarting)) {
            return false;
        }
        if (tryTake(used, ceiling)) {
            peak.accumulateAndGet(used.get(), Math::max);
            return true;
        }
        starting.decrementAndGet();
        return false;
    }

    private static boolean tryTake(AtomicInteger count, int most) {
        int now = count.get();
        while (now < most) {
            if (count.compareAndSet(now, now + 1)) {
                return true;
            }
            now = count.get();
        }
        return false;
    }

    boolean isFull() {
        return used.get() >= ceiling;
    }

    /** The container of one place is made. */
    void started() {
        starting.decrementAndGet();
        tellNext();
    }

    /** The container of one place could not be made: the place is given back. */
    void failed() {
        starting.decrementAndGet();
        free();
    }

    /** Gives one place back, and tells the type that has waited longest for room. */
    void free() {
        int left = used.decrementAndGet();
        tellNext();
        if (left == 0 && closing) {
            emptied.complete(null);
        }
    }

    private void tellNext() {
        TypePool next = hungry.poll();
        if (next != null) {
            next.roomFreed();
        }
    }

    /**
     * Tells {@code type} when a place is free. One may have become free since it asked: it is told at once then, for
     * nobody else would.
     */
    void awaitRoom(TypePool type) {
        hungry.add(type);
        passOn();
    }

    /** Tells the next type of a place that is free, if one is: whoever was told of it may not have taken it. */
    void passOn() {
        if (!isFull() && starting.get() < mostStarting) {
            tellNext();
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
