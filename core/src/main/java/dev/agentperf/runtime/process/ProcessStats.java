package dev.agentperf.runtime.process;

import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.StatsFeed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Statistics of one container, read again when they are asked for and older than a second. Thread-safe. */
final class ProcessStats implements StatsFeed {

    /** How often Docker's collector ticks. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Process process;
    private final ProcessSampler sampler;
    private final Executor workers;
    private CompletableFuture<ContainerStats> newest = new CompletableFuture<>();
    private boolean closed;

    ProcessStats(Process process, ProcessSampler sampler, Executor workers) {
        this.process = process;
        this.sampler = sampler;
        this.workers = workers;
        read();
    }

    @Override
    public synchronized CompletionStage<ContainerStats> latest() {
        if (newest.isDone() && !closed && (isOld() || !process.isAlive())) {
            newest = new CompletableFuture<>();
            read();
        }
        return newest;
    }

    private boolean isOld() {
        return newest.isCompletedExceptionally() || sampler.ageNanos(newest.join()) > FRESH_NANOS;
    }

    private void read() {
        CompletableFuture<ContainerStats> reading = newest;
        workers.execute(() -> {
            try {
                reading.complete(sampler.sample(process));
            } catch (RuntimeException e) {
                reading.completeExceptionally(e);
            }
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
