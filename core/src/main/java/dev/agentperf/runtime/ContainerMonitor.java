package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Container statistics for any number of askers at the price of one: the first question about a container opens its
 * {@link StatsFeed}, and every later one reads from that.
 *
 * <p>Thread-safe; a question takes no lock and allocates nothing once the feed is open. Whoever destroys a container
 * tells the monitor to {@link #forget} it. A feed that nobody reads is closed by {@link #closeUnread}, which the
 * monitor also does by itself now and then while other containers are asked for; it has no timer.
 */
public final class ContainerMonitor implements AutoCloseable {
    /* Freshness.
     * A feed that runs hands out what the engine sent last, a second old at most. One that has stalled would hand out
     * the same sample for ever; so a sample older than FRESHNESS makes the monitor open the feed anew, and the new
     * feed's first sample answers. That counts as a call to the engine, because it is one.
     *
     * Concurrency.
     * A Reading is created inside computeIfAbsent, so two first askers open one feed. replace() and remove() name the
     * Reading that was seen, so that of two threads that find the same one stale only one opens another. `askedNanos`
     * is written without synchronisation: any of several late values is as good as the other. */

    /** The age at which statistics are no longer handed out. */
    public static final Duration FRESHNESS = Duration.ofSeconds(2);

    /** How long a feed stays open that nobody reads. */
    public static final Duration UNREAD = Duration.ofSeconds(30);

    private final ContainerRuntime runtime;
    private final Ticker ticker;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private volatile long sweptNanos;

    /**
     * Creates a monitor without open feeds.
     *
     * @param runtime the one that made the containers
     * @param ticker the one that the runtime dates statistics with
     */
    public ContainerMonitor(ContainerRuntime runtime, Ticker ticker) {
        this.runtime = requireNonNull(runtime, "runtime");
        this.ticker = requireNonNull(ticker, "ticker");
        this.sweptNanos = ticker.read();
    }

    /**
     * Returns what a container uses, as of the last {@link #FRESHNESS} at most.
     *
     * @return completes exceptionally with a {@link ContainerException} when the container is gone
     */
    public CompletionStage<ContainerStats> stats(Container container) {
        long now = ticker.read();
        asked.increment();
        if (now - sweptNanos > UNREAD.toNanos()) {
            closeUnread();
        }
        try {
            return ask(container, now);
        } catch (ContainerException gone) {
            return CompletableFuture.failedStage(gone);
        }
    }

    private CompletionStage<ContainerStats> ask(Container container, long now) {
        Reading reading = readings.get(container.id());
        if (reading == null) {
            reading = open(container, now);
        }
        reading.askedNanos = now;
        CompletableFuture<ContainerStats> latest = reading.feed.latest().toCompletableFuture();
        return latest.isDone() && isUseless(latest, now) ? reopen(container, reading, now) : latest;
    }

    private Reading open(Container container, long now) {
        return readings.computeIfAbsent(container.id(), id -> new Reading(openFeed(container), now));
    }

    private StatsFeed openFeed(Container container) {
        sent.increment();
        return runtime.openStats(container);
    }

    private boolean isUseless(CompletableFuture<ContainerStats> latest, long now) {
        return latest.isCompletedExceptionally() || now - latest.join().atNanos() > FRESHNESS.toNanos();
    }

    private CompletionStage<ContainerStats> reopen(Container container, Reading useless, long now) {
        if (readings.remove(container.id(), useless)) {
            useless.feed.close();
        }
        return open(container, now).feed.latest();
    }

    /** Closes a container's feed. No effect if nobody has asked for it. */
    public void forget(Container container) {
        close(readings.remove(container.id()));
    }

    /** Closes every feed that nobody has read for {@link #UNREAD}. */
    public void closeUnread() {
        long now = ticker.read();
        sweptNanos = now;
        readings.forEach((id, reading) -> {
            if (now - reading.askedNanos > UNREAD.toNanos() && readings.remove(id, reading)) {
                reading.feed.close();
            }
        });
    }

    /** Returns the number of open feeds. */
    public int openFeeds() {
        return readings.size();
    }

    /** Returns how much was asked and sent so far. */
    public MonitorStats monitorStats() {
        return new MonitorStats(asked.sum(), sent.sum());
    }

    /** Closes every feed. Later questions open new ones. */
    @Override
    public void close() {
        readings.keySet().forEach(id -> close(readings.remove(id)));
    }

    private static void close(@Nullable Reading reading) {
        if (reading != null) {
            reading.feed.close();
        }
    }

    /** One open feed, and when it was last asked for. */
    private static final class Reading {
        final StatsFeed feed;
        volatile long askedNanos;

        Reading(StatsFeed feed, long askedNanos) {
            this.feed = feed;
            this.askedNanos = askedNanos;
        }
    }
}
