package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.model.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Removes containers that nobody owns any more. It looks twice before it removes one, and leaves young ones alone.
 * Several reapers, also of different processes, do not mind each other. Thread-safe.
 */
final class Reaper {
    /* Two sightings.
     * That an owner has ended is certain by itself (Owner says why). The second look guards against the first having been
     * wrong for a reason that nobody thought of: an engine that listed what it was about to hand over, say. The age is by
     * the wall clock, which the engine shares with this process wherever an owner can be judged at all; were it off, the
     * grace would be longer or shorter, and a live owner still be a live owner. */

    /** The least time between the two looks. */
    static final Duration BETWEEN_SIGHTINGS = Duration.ofSeconds(1);

    /* Two, and one more for what the engine was just making when its owner ended. */
    private static final int LOOKS = 3;

    private static final Duration LONGEST_WAIT = Ownership.GRACE.plus(BETWEEN_SIGHTINGS);

    /** The time between looks that nobody asks for. */
    static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Engine engine;
    private final Ownership ownership;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Sightings sightings = new Sightings();
    private final ReentrantLock looking = new ReentrantLock();
    private final LongAdder reaped = new LongAdder();
    private volatile boolean closed;

    Reaper(Engine engine, Ownership ownership, Ticker ticker, InstantSource clock, Scheduler scheduler) {
        this.engine = engine;
        this.ownership = ownership;
        this.ticker = ticker;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Looks now, and then at every interval until it is closed. */
    void start() {
        reap().whenComplete((count, engineInTrouble) -> lookLater());
    }

    private void lookLater() {
        scheduler.schedule(INTERVAL, () -> {
            if (!closed) {
                start();
            }
        });
    }

    /** Stops looking. */
    void close() {
        closed = true;
    }

    /** Returns how many were removed so far. */
    long reaped() {
        return reaped.sum();
    }

    /** Looks, and looks again when what was seen is old enough; completes with how many were removed. */
    CompletionStage<Integer> reap() {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        scheduler.execute(() -> look(0, result, LOOKS));
        return result;
    }

    private void look(int before, CompletableFuture<Integer> result, int looks) {
        try {
            Look look = look();
            int count = before + look.removed();
            if (looks > 1 && look.seen() > 0) {
                scheduler.schedule(look.pause(), () -> look(count, result, looks - 1));
            } else {
                result.complete(count);
            }
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * What one look found.
     *
     * @param removed how many containers it removed
     * @param seen how many it saw and left for the next look
     * @param pause when that should be
     */
    private record Look(int removed, int seen, Duration pause) {}

    private Look look() {
        looking.lock();
        try {
            Map<String, Duration> abandoned = abandoned();
            sightings.retain(abandoned.keySet());
            Duration pause = BETWEEN_SIGHTINGS;
            int removed = 0;
            for (Map.Entry<String, Duration> each : abandoned.entrySet()) {
                boolean isSecond = sightings.sawBefore(each.getKey(), ticker.read(), BETWEEN_SIGHTINGS);
                if (isSecond && each.getValue().isNegative() && isRemoved(each.getKey())) {
                    removed++;
                } else {
                    pause = longer(pause, each.getValue());
                }
            }
            reaped.add(removed);
            return new Look(removed, abandoned.size() - removed, pause);
        } finally {
            looking.unlock();
        }
    }

    private static Duration longer(Duration pause, Duration left) {
        return left.compareTo(pause) > 0 && left.compareTo(LONGEST_WAIT) <= 0 ? left : pause;
    }

    /** Returns the containers that nobody owns, and how much is left of the grace of each. */
    private Map<String, Duration> abandoned() {
        Instant now = clock.instant();
        Map<String, Duration> abandoned = new HashMap<>();
        for (Container each : list()) {
            Duration age = Duration.between(Instant.ofEpochSecond(each.getCreated()), now);
            ownership
                    .graceOf(each.getId(), each.getLabels())
                    .ifPresent(grace -> abandoned.put(each.getId(), grace.minus(age)));
        }
        return abandoned;
    }

    /* One that cannot be removed now does not keep the others; it is seen again. */
    private boolean isRemoved(String id) {
        try {
            LiveDocker.remove(engine, id);
            return true;
        } catch (ContainerException notNow) {
            return false;
        }
    }

    private List<Container> list() {
        return EngineFailure.translating(
                "containers could not be listed",
                () -> engine.client()
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(Map.of(DockerRuntime.LABEL, "true"))
                        .exec());
    }
}
