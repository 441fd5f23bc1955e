package dev.agentperf.optimizer;

import dev.agentperf.predict.Resource;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.predict.RunKey;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Learns from the runs in a pool's containers: from what their users say, and where those say nothing of memory, from
 * what the runtime knows. Thread-safe.
 */
final class ContainerRuns {
    /* Killed runs
     *
     * The engine tells that a container ran out of memory when it likes: before its user has noticed, or after the
     * container was given back and destroyed. Told before the run's end, it is learned with the run, under the run's own
     * key; else at once, or when the container is retired, under its type. Either way it is learned once.
     *
     * Peaks
     *
     * The kernel's peak is the container's, not the run's: of a container that is used again it says what this run
     * reached only where it rose. And it counts file cache, which fills what there is and would have been given up: a
     * peak at the limit of a run that was not killed says nothing at all. */
    private static final double BYTES_PER_MB = 1e6;
    private static final double FULL = 0.99;
    private static final int RETIRED_KEPT = 1_000;

    private final ContainerRuntime runtime;
    private final Learning learning;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();
    private final BlockingQueue<String> retired = new ArrayBlockingQueue<>(RETIRED_KEPT);

    ContainerRuns(ContainerRuntime runtime, Learning learning) {
        this.runtime = runtime;
        this.learning = learning;
        runtime.onOutOfMemory(this::outOfMemory);
    }

    /** A container is there: from now on its ends are watched. */
    void started(Container container) {
        watched.put(container.id(), new Watched());
    }

    /** A container is about to be destroyed. */
    void retiring(Container container) {
        Watched last = watched.get(container.id());
        if (last != null) {
            last.isRetired = true;
            learnIfKilled(container, last);
            keep(container.id());
        }
    }

    /* The oldest makes room. */
    private void keep(String retiredId) {
        while (!retired.offer(retiredId)) {
            String oldest = retired.poll();
            if (oldest != null) {
                watched.remove(oldest);
            }
        }
    }

    /* The runtime tells of every container of its, not of this pool's alone. */
    private void outOfMemory(Container container) {
        Watched run = watched.get(container.id());
        if (run != null) {
            run.wasKilled.set(true);
            learnIfKilled(container, run);
        }
    }

    /* Of the kill and the retirement, whichever comes second is the one that finds both. */
    private void learnIfKilled(Container container, Watched run) {
        if (run.isRetired && run.wasKilled.getAndSet(false)) {
            watched.remove(container.id());
            learnKilled(container, RunKey.of(container.spec().type()));
        }
    }

    /** A run has come to its own end, as far as its user knows. */
    void finish(Container container, RunKey key, ResourceUsage usage) {
        Watched run = watched.getOrDefault(container.id(), new Watched());
        if (run.wasKilled.getAndSet(false)) {
            learnKilled(container, key);
        } else {
            learning.observe(key, usage.knows(Resource.MEMORY) ? usage : withPeak(usage, container, run));
        }
    }

    /** A run was killed, and its user knows what it had reached. */
    void finishKilled(Container container, RunKey key, ResourceUsage reached, Resource exhausted) {
        watched.getOrDefault(container.id(), new Watched()).wasKilled.set(false);
        learning.observeKilled(key, reached, exhausted);
    }

    private ResourceUsage withPeak(ResourceUsage usage, Container container, Watched run) {
        OptionalLong peak = runtime.peakMemoryBytes(container);
        long limit = container.spec().limits().memoryBytes();
        if (peak.isEmpty()) {
            return usage;
        }
        long bytes = peak.getAsLong();
        boolean rose = bytes > run.peakBytes.getAndSet(bytes);
        boolean isFull = bytes >= FULL * limit && bytes <= limit;
        return rose && !isFull
                ? new ResourceUsage(usage.cpuSeconds(), bytes / BYTES_PER_MB, usage.durationSeconds())
                : usage;
    }

    private void learnKilled(Container container, RunKey key) {
        double limitMb = container.spec().limits().memoryBytes() / BYTES_PER_MB;
        learning.observeKilled(key, new ResourceUsage(Double.NaN, limitMb, Double.NaN), Resource.MEMORY);
    }

    private static final class Watched {
        final AtomicBoolean wasKilled = new AtomicBoolean();
        final AtomicLong peakBytes = new AtomicLong();
        volatile boolean isRetired;
    }
}
