package dev.agentperf.testkit;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/**
 * Collects garbage so that references to it come to their queues.
 *
 * <p>What a collection clears, the JVM's reference handler enqueues, under a lock that each collection takes too. A
 * thread that collects again and again takes that lock back before the handler has woken up: on a busy machine a
 * hundred collections have passed without one reference enqueued. So after each collection this waits until the handler
 * has come by.
 */
public final class Garbage {
    private Garbage() {}

    /**
     * Collects, and waits until the handler has enqueued a reference that this collection cleared. Those that others
     * wait for may still be underway then, but no longer after another call: the handler finishes one collection's
     * references before it begins with the next one's.
     */
    public static void collect() {
        ReferenceQueue<Object> cleared = new ReferenceQueue<>();
        Reference<?> toNothing = new PhantomReference<>(new Object(), cleared);
        System.gc();
        try {
            cleared.remove();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the reference handler was waited for", e);
        } finally {
            Reference.reachabilityFence(toNothing);
        }
    }
}
