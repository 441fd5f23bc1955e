package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.CpuStatsConfig;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.PidsStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open statistics stream of the engine, which sends a sample every second or so. Thread-safe. */
final class DockerStats implements StatsFeed {
    private final String container;
    private final Ticker ticker;
    private final Consumer<DockerStats> atEnd;
    private final Samples samples = new Samples();
    private volatile CompletableFuture<ContainerStats> newest = new CompletableFuture<>();
    private @Nullable ContainerStats before;
    private volatile boolean ended;

    DockerStats(String container, Ticker ticker, Consumer<DockerStats> atEnd) {
        this.container = container;
        this.ticker = ticker;
        this.atEnd = atEnd;
    }

    /** Returns what the engine's stream is to be fed to. */
    ResultCallback<Statistics> callback() {
        return samples;
    }

    @Override
    public CompletionStage<ContainerStats> latest() {
        return newest;
    }

    @Override
    public void close() {
        end(new ContainerException("the statistics of container " + container + " were closed"));
    }

    /** Ends the stream; from now on it fails with {@code reason}. Only the first call has an effect. */
    synchronized void end(ContainerException reason) {
        if (ended) {
            return;
        }
        ended = true;
        fail(reason);
        atEnd.accept(this);
        try {
            samples.close();
        } catch (IOException connectionAlreadyGone) {
            // There is nothing left to end.
        }
    }

    private void fail(ContainerException reason) {
        if (!newest.completeExceptionally(reason)) {
            newest = CompletableFuture.failedFuture(reason);
        }
    }

    private synchronized void take(ContainerStats sample) {
        ContainerStats earlier = before;
        ContainerStats now = earlier == null ? sample : sample.since(earlier);
        before = sample;
        if (!ended && !newest.complete(now)) {
            newest = CompletableFuture.completedFuture(now);
        }
    }

    /**
     * Returns what a message of the engine says, by the arithmetic of {@code docker stats}: file cache that can be
     * given back at once does not count as memory. Empty for a container that does not run, of which the engine sends a
     * message without figures.
     */
    static Optional<ContainerStats> read(Statistics message, long atNanos) {
        MemoryStatsConfig memory = message.getMemoryStats();
        CpuStatsConfig cpu = message.getCpuStats();
        if (memory == null || memory.getUsage() == null || cpu == null || cpu.getCpuUsage() == null) {
            return Optional.empty();
        }
        long cpuNanos = orZero(cpu.getCpuUsage().getTotalUsage());
        long memoryBytes = Math.max(0, memory.getUsage() - reclaimable(memory.getStats()));
        PidsStatsConfig pids = message.getPidsStats();
        int count = Math.toIntExact(orZero(pids == null ? null : pids.getCurrent()));
        if (cpuNanos == 0) {
            return Optional.empty();
        }
        ContainerStats stats = new ContainerStats(atNanos, cpuNanos, memoryBytes, count).withIo(MovedBytes.in(message));
        Long peak = memory.getMaxUsage();
        return Optional.of(peak == null ? stats : stats.withPeakMemoryBytes(peak));
    }

    /* Control groups version 1 call it total_inactive_file, version 2 inactive_file. */
    private static long reclaimable(@Nullable StatsConfig details) {
        if (details == null) {
            return 0;
        }
        Long total = details.getTotalInactiveFile();
        return orZero(total == null ? details.getInactiveFile() : total);
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private final class Samples extends ResultCallback.Adapter<Statistics> {
        @Override
        public void onNext(Statistics message) {
            read(message, ticker.read()).ifPresent(DockerStats.this::take);
        }

        @Override
        public void onError(Throwable failure) {
            super.onError(failure);
            end(new ContainerException(
                    "the statistics of container " + container + " broke: " + EngineFailure.reason(failure), failure));
        }

        @Override
        public void onComplete() {
            super.onComplete();
            end(new ContainerException("the statistics of container " + container + " ended"));
        }
    }
}
