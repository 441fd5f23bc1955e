package dev.agentperf.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * A counter in parts that have one owner each, so that counting is a plain write and no atomic step.
 *
 * <p>{@link #sum} may be called from any thread, and never goes down; parts are taken and given back by one thread at a
 * time. Whoever comes after a part's owner has to know of all that the owner did.
 */
final class OwnedCounter {
    /* What has been counted stays in its part, whoever has that next: as many parts as there ever were owners at once. */
    private final Queue<Part> parts = new ConcurrentLinkedQueue<>();
    private final Deque<Part> free = new ArrayDeque<>();

    /** A part of a counter. */
    static final class Part extends Apart {
        private static final AtomicLongFieldUpdater<Part> COUNT =
                AtomicLongFieldUpdater.newUpdater(Part.class, "count");

        private volatile long count;

        /** Counts one more. By the owner. */
        void increment() {
            COUNT.lazySet(this, count + 1);
        }
    }

    /** Returns a part that belongs to the caller. */
    Part take() {
        Part part = free.poll();
        if (part == null) {
            part = new Part();
            parts.add(part);
        }
        return part;
    }

    /** Takes back a part that its owner needs no more. */
    void giveBack(Part part) {
        free.push(part);
    }

    long sum() {
        long sum = 0;
        for (Part part : parts) {
            sum += part.count;
        }
        return sum;
    }
}
