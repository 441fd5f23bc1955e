package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import dev.agentperf.runtime.host.Fleet;
import dev.agentperf.time.Scheduler;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Follows what the engine tells of one runtime's containers: those that end are lost to the fleet, unless it destroys
 * them itself. When the engine goes away, it is followed again as soon as it is back. Thread-safe.
 */
final class EngineEvents implements Closeable {
    /* Events are followed, never polled. Between the end of one stream and the start of the next some may be missed, so
     * at every start one listing tells which containers do not run any more, and a look at each of those whether it was
     * for its memory; what ends after the start is told by the stream. */
    private static final String[] FOLLOWED = {"die", "oom", "destroy"};
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Engine engine;
    private final Scheduler scheduler;
    private final Map<String, String> labels;
    private final Fleet<LiveDocker> fleet;
    private volatile Duration pause = FIRST_PAUSE;
    private volatile boolean closed;
    private volatile @Nullable Stream stream;

    EngineEvents(Engine engine, Scheduler scheduler, Map<String, String> labels, Fleet<LiveDocker> fleet) {
        this.engine = engine;
        this.scheduler = scheduler;
        this.labels = labels;
        this.fleet = fleet;
    }

    /** Begins to follow. Returns at once. */
    void follow() {
        if (closed) {
            return;
        }
        Stream next = new Stream();
        stream = next;
        engine.streams()
                .eventsCmd()
                .withEventTypeFilter(EventType.CONTAINER)
                .withEventFilter(FOLLOWED)
                .withLabelFilter(labels)
                .exec(next);
    }

    private void take(Event event) {
        String id = event.getId();
        if (id == null) {
            return;
        }
        if ("oom".equals(event.getAction())) {
            fleet.outOfMemory(id);
        } else {
            fleet.lost(id);
        }
    }

    private void findLost() {
        Set<String> missing = new HashSet<>(fleet.ids());
        if (missing.isEmpty() || closed) {
            return;
        }
        try {
            for (Container each :
                    engine.client().listContainersCmd().withLabelFilter(labels).exec()) {
                missing.remove(each.getId());
            }
        } catch (RuntimeException engineInTrouble) {
            scheduler.schedule(LONGEST_PAUSE, this::findLost);
            return;
        }
        for (String id : missing) {
            if (wasOutOfMemory(id)) {
                fleet.outOfMemory(id);
            }
            fleet.lost(id);
        }
    }

    private boolean wasOutOfMemory(String id) {
        try {
            return Boolean.TRUE.equals(
                    engine.client().inspectContainerCmd(id).exec().getState().getOOMKilled());
        } catch (RuntimeException goneOrEngineInTrouble) {
            return false;
        }
    }

    private void followAgain() {
        Duration wait = pause;
        Duration longer = wait.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        scheduler.schedule(wait, this::follow);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Stream last = stream;
        if (last != null) {
            last.close();
        }
    }

    /** One connection. */
    private final class Stream extends ResultCallback.Adapter<Event> {
        private final AtomicBoolean ended = new AtomicBoolean();

        @Override
        public void onStart(Closeable connection) {
            super.onStart(connection);
            pause = FIRST_PAUSE;
            scheduler.execute(EngineEvents.this::findLost);
        }

        @Override
        public void onNext(Event event) {
            take(event);
        }

        @Override
        public void onError(Throwable failure) {
            super.onError(failure);
            end();
        }

        @Override
        public void onComplete() {
            super.onComplete();
            end();
        }

        private void end() {
            if (ended.compareAndSet(false, true)) {
                followAgain();
            }
        }
    }
}
