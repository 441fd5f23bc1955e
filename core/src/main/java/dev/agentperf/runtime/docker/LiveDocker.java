package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.runtime.host.AgentSession;
import dev.agentperf.runtime.host.Cgroup;
import dev.agentperf.runtime.host.LiveContainer;
import dev.agentperf.runtime.host.SampledFeed;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A container of the Docker runtime. Thread-safe. */
final class LiveDocker implements LiveContainer {
    /* Enough to get past a late event of the engine's own machinery, which can overwrite its idea of "paused". */
    private static final int PAUSE_ATTEMPTS = 20;
    private static final int LOOKS = 30;

    private final Engine engine;
    private final DockerClient client;
    private final Ticker ticker;
    private final Container container;
    private final ContainerFiles files;
    private final AgentSession session;
    private final Set<DockerStats> feeds = ConcurrentHashMap.newKeySet();

    LiveDocker(Engine engine, Ticker ticker, Container container, ContainerFiles files, AgentSession session) {
        this.engine = engine;
        this.client = engine.client();
        this.ticker = ticker;
        this.container = container;
        this.files = files;
        this.session = session;
    }

    @Override
    public Container container() {
        return container;
    }

    @Override
    public AgentSession session() {
        return session;
    }

    void pause() {
        switchTo(true, () -> client.pauseContainerCmd(container.id()).exec());
    }

    void unpause() {
        switchTo(false, () -> client.unpauseContainerCmd(container.id()).exec());
    }

    /* The engine answers 409 or 500 to a container that is there already, and now and then to one that is not: what
     * counts is what looks at it say. One look may be behind what was done last, for the engine hears of it by an event
     * of its own: it forgets a pause for some milliseconds that follows close on a wake-up. */
    private void switchTo(boolean paused, Supplier<Void> command) {
        EngineFailure.translating(subject(), () -> {
            RuntimeException last = new ContainerException(subject() + " was not tried");
            for (int attempt = 0; attempt < PAUSE_ATTEMPTS; attempt++) {
                try {
                    return command.get();
                } catch (ConflictException | InternalServerErrorException e) {
                    if (stays(paused)) {
                        return null;
                    }
                    last = e;
                }
            }
            throw last;
        });
    }

    private boolean stays(boolean paused) {
        for (int look = 0; look < LOOKS; look++) {
            if (isPaused() != paused) {
                return false;
            }
        }
        return true;
    }

    private boolean isPaused() {
        Boolean paused =
                client.inspectContainerCmd(container.id()).exec().getState().getPaused();
        return Boolean.TRUE.equals(paused);
    }

    ExecResult execute(List<String> command) throws IOException {
        return new Execution(engine, container.id()).run(command, session.variables());
    }

    /** Opens statistics by the files of the control groups where this process can read them, else by the engine. */
    StatsFeed openStats(Scheduler scheduler) {
        return Cgroup.find(Cgroup.MOUNT, container.id())
                .<StatsFeed>map(it -> openFiles(it, scheduler))
                .orElseGet(this::openStream);
    }

    /** Returns the most memory that it had, where this process can read its control groups. */
    OptionalLong peakMemoryBytes() {
        try {
            Optional<Cgroup> cgroup = Cgroup.find(Cgroup.MOUNT, container.id());
            return cgroup.isPresent() ? cgroup.get().peakMemoryBytes() : OptionalLong.empty();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    private StatsFeed openFiles(Cgroup cgroup, Scheduler scheduler) {
        return new SampledFeed(() -> read(cgroup), session::isOpen, ticker, scheduler);
    }

    private ContainerStats read(Cgroup cgroup) {
        try {
            return cgroup.read(ticker.read());
        } catch (IOException e) {
            throw new ContainerException(subject() + " does not run: " + e.getMessage(), e);
        }
    }

    StatsFeed openStream() {
        DockerStats feed = new DockerStats(container.id(), ticker, feeds::remove);
        feeds.add(feed);
        EngineFailure.translating(
                subject(), () -> engine.streams().statsCmd(container.id()).exec(feed.callback()));
        return feed;
    }

    @Override
    public void destroy() throws IOException {
        remove(engine, container.id());
        ContainerException reason = new ContainerException(subject() + " was destroyed");
        feeds.forEach(feed -> feed.end(reason));
        files.close();
    }

    /** Ends and removes a container; one that is gone, or going, counts as removed. */
    static void remove(Engine engine, String id) {
        EngineFailure.translating("container " + id + " could not be removed", () -> {
            try {
                return engine.turns()
                        .take(() -> engine.client()
                                .removeContainerCmd(id)
                                .withForce(true)
                                .withRemoveVolumes(true)
                                .exec());
            } catch (NotFoundException gone) {
                return null;
            } catch (ConflictException | InternalServerErrorException e) {
                awaitGone(engine.client(), id, e);
                return null;
            }
        });
    }

    /* "removal is already in progress": somebody else's removal, which will be done in a moment. */
    private static void awaitGone(DockerClient client, String id, RuntimeException refusal) {
        try {
            client.waitContainerCmd(id).start().awaitStatusCode();
            client.removeContainerCmd(id).withForce(true).exec();
        } catch (NotFoundException gone) {
            return;
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private String subject() {
        return "container " + container.id();
    }
}
