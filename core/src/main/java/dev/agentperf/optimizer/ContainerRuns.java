package dev.agentperf.optimizer;

import dev.agentperf.predict.Resource;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.predict.RunKey;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

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
    private static final int KEPT = 1_000;

    private final ContainerRuntime runtime;
    private final Learning learning;

    /* Of most containers there is nothing to know. So nothing is kept of one that starts, and of one that is retired only that it was:
     * a replay retires millions. The engine tells of every container of its, not of this pool's alone; others are never retired here. */
    private final LastIds killed = new LastIds(KEPT);
    private final LastIds retired = new LastIds(KEPT);
    private final Map<String, Long> peakBytes = new ConcurrentHashMap<>();

    ContainerRuns(ContainerRuntime runtime, Learning learning) {
        this.runtime = runtime;
        this.learning = learning;
        runtime.onOutOfMemory(this::outOfMemory);
    }

    /** A container is about to be destroyed. */
    void retiring(Container container) {
        retired.add(container.id());
        learnIfKilled(container);
        if (!peakBytes.isEmpty()) {
            peakBytes.remove(container.id());
        }
    }

    private void outOfMemory(Container container) {
        killed.add(container.id());
        learnIfKilled(container);
    }

    /* Of the kill and the retirement, whichever comes second is the one that finds both. */
    private void learnIfKilled(Container container) {
        if (killed.contains(container.id()) && retired.remove(container.id())) {
            killed.remove(container.id());
            learnKilled(container, RunKey.of(container.spec().type()));
        }
    }

    /** A run has come to its own end, as far as its user knows. */
    void finish(Container container, RunKey key, ResourceUsage usage) {
        if (killed.remove(container.id())) {
            learnKilled(container, key);
        } else {
            learning.observe(key, usage.knows(Resource.MEMORY) ? usage : withPeak(usage, container));
        }
    }

    /** A run was killed, and its user knows what it had reached. */
    void finishKilled(Container container, RunKey key, ResourceUsage reached, Resource exhausted) {
        killed.remove(container.id());
        learning.observeKilled(key, reached, exhausted);
    }

    private ResourceUsage withPeak(ResourceUsage usage, Container container) {
        OptionalLong peak = runtime.peakMemoryBytes(container);
        long limit = container.spec().limits().memoryBytes();
        if (peak.isEmpty()) {
            return usage;
        }
        long bytes = peak.getAsLong();
        boolean isFull = bytes >= FULL * limit && bytes <= limit;
        return rose(container.id(), bytes) && !isFull
                ? new ResourceUsage(usage.cpuSeconds(), bytes / BYTES_PER_MB, usage.durationSeconds())
                : usage;
    }

    private boolean rose(String id, long bytes) {
        Long before = peakBytes.put(id, bytes);
        if (retired.contains(id)) {
            peakBytes.remove(id);
        }
        return before == null || bytes > before;
    }

    private void learnKilled(Container container, RunKey key) {
        double limitMb = container.spec().limits().memoryBytes() / BYTES_PER_MB;
        learning.observeKilled(key, new ResourceUsage(Double.NaN, limitMb, Double.NaN), Resource.MEMORY);
    }
}
