package dev.agentperf.simulator.world;

import dev.agentperf.simulator.engine.Engine;
import dev.agentperf.time.Scheduler.Scheduled;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One machine: memory, and processors that all who work on it share evenly.
 *
 * <p>Egalitarian processor sharing (Kleinrock, 1967): each of k jobs on c processors goes on at the rate min(1, c/k).
 * All go on equally fast, so one virtual time, which runs at that rate, tells for all how far they are: a job of work w
 * that begins at virtual time v is done at v + w. Not thread-safe.
 */
final class Host {
    private final Engine engine;
    private final int processors;
    private final PriorityQueue<Job> jobs =
            new PriorityQueue<>(Comparator.comparingDouble(Job::doneAt).thenComparingLong(Job::order));
    private long freeBytes;
    private long order;
    private double virtualNanos;
    private long updatedNanos;
    private @Nullable Scheduled next;

    /** Some work, by the virtual time at which it is done. */
    private record Job(double doneAt, long order, Runnable whenDone) {}

    Host(Engine engine, int processors, long memoryBytes) {
        this.engine = engine;
        this.processors = processors;
        this.freeBytes = memoryBytes;
        this.updatedNanos = engine.read();
    }

    long freeBytes() {
        return freeBytes;
    }

    void hold(long bytes) {
        freeBytes -= bytes;
    }

    /** Works for {@code nanos} of a processor's time, however long that takes. */
    void work(long nanos, Runnable whenDone) {
        update();
        jobs.add(new Job(virtualNanos + nanos, order++, whenDone));
        await();
    }

    private double rate() {
        return Math.min(1, (double) processors / jobs.size());
    }

    private void update() {
        long now = engine.read();
        if (!jobs.isEmpty()) {
            virtualNanos += (now - updatedNanos) * rate();
        }
        updatedNanos = now;
    }

    private void await() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        Job first = jobs.peek();
        if (first != null) {
            // Rounded up, so that the first job is done when its time has come.
            long waitNanos = (long) Math.ceil(Math.max(0, first.doneAt() - virtualNanos) / rate());
            next = engine.scheduleAt(engine.read() + waitNanos, this::finish);
        }
    }

    private void finish() {
        next = null;
        Job first = jobs.remove();
        update(first);
        first.whenDone().run();
        await();
    }

    /* The clock has reached the end of this job, which rounding must not move: virtual time is where it ends. */
    private void update(Job done) {
        virtualNanos = Math.max(virtualNanos, done.doneAt());
        updatedNanos = engine.read();
    }
}
