package dev.agentperf.runtime.docker;

import static java.util.Objects.requireNonNull;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.runtime.host.Fleet;
import dev.agentperf.runtime.host.FleetRuntime;
import dev.agentperf.runtime.host.Owner;
import dev.agentperf.runtime.host.ProcessTable;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import dev.agentperf.time.WallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A runtime whose containers are a Docker engine's, or those of an engine that speaks its language.
 *
 * <p>A spec's image is {@link #DEFAULT_IMAGE}, which is made on this machine without any registry when the engine does
 * not have it, or any image on the engine that has {@code python3}; in the latter the resident agent is a Python
 * program that is handed over on the command line. A spec with a command of its own names the agent itself: a program
 * that answers every line on its standard input with one line on its standard output. Limits and hardening are the
 * engine's to enforce and are all set.
 *
 * <p>The agent is spoken to over a Unix socket in a directory that is mounted read-only into its container; where the
 * engine cannot do that (it is on another machine, say) over the container's standard streams. Which of the two works
 * is found out with the first container.
 *
 * <p>Containers carry the labels {@value #LABEL} {@code =true}, {@value #OWNER_LABEL}, {@value #EPOCH_LABEL},
 * {@value #POOL_LABEL} and {@value #TYPE_LABEL} from their creation. An agent ends when this process does, however that
 * ends; {@link #close} also removes the containers. Those that a process left that could not close are removed by any
 * other on this machine that is connected to the engine: when it connects, every 30 seconds, and at {@link #reconcile}.
 * It does so after it has seen the container twice, at least a second apart, and not before the container is 5 seconds
 * old; and never unless the owner has certainly ended: same boot, same process namespace, and no such process or one
 * that started at another time. What this runtime itself made without learning of it (the engine went away before it
 * had answered) is removed when it is two minutes old.
 *
 * <p>What ends by itself is learnt from the engine's events, which are followed again after the engine was away.
 * Thread-safe.
 */
public final class DockerRuntime extends FleetRuntime<LiveDocker> {

    /** The image of the Java resident agent, made when it is missing. */
    public static final String DEFAULT_IMAGE = AgentImage.NAME;

    /** The label that every container of this library has, with the value {@code true}. */
    public static final String LABEL = "agentperf";

    /** The label that says which process made the container. */
    public static final String OWNER_LABEL = "agentperf.owner";

    /** The label that tells apart the runtimes of one process. */
    public static final String EPOCH_LABEL = "agentperf.epoch";

    /** The label that names the pool: what the spec says by a label of that name, else {@code default}. */
    public static final String POOL_LABEL = "agentperf.pool";

    /** The label that names the agent type. */
    public static final String TYPE_LABEL = "agentperf.type";

    private static final String NAME = "docker";

    private final Engine engine;
    private final Scheduler scheduler;
    private final DockerLauncher launcher;
    private final Labels labels;
    private final EngineEvents events;
    private final Reaper reaper;

    private DockerRuntime(Engine engine, Ticker ticker, Scheduler scheduler) {
        super(new Fleet<>(NAME, scheduler));
        this.engine = engine;
        this.scheduler = scheduler;
        this.labels = new Labels(Owner.current(), Epochs.begin());
        this.launcher = new DockerLauncher(engine, ticker, scheduler, labels);
        this.events = new EngineEvents(engine, scheduler, labels.ofRuntime(), fleet());
        Ownership ownership = new Ownership(labels, ProcessTable.system(), Epochs::isClosed, fleet()::contains);
        this.reaper = new Reaper(engine, ownership, ticker, WallClock.system(), scheduler);
        events.follow();
        reaper.start();
        scheduler.execute(launcher::reapFiles);
    }

    /**
     * Connects to the engine that {@code DOCKER_HOST} names; where it is not set, to the first that answers at
     * {@code /var/run/docker.sock}, {@code $XDG_RUNTIME_DIR/docker.sock}, {@code ~/.docker/run/docker.sock} or
     * {@code /run/agentperf/docker.sock}. Blocks until one has answered.
     *
     * @param ticker dates the statistics
     * @param scheduler runs what blocks, and ends creations that take too long
     * @return a runtime that its caller closes
     * @throws RuntimeUnavailableException if none answers; the message names in one line what was tried
     */
    public static DockerRuntime connect(Ticker ticker, Scheduler scheduler) {
        Path home = Path.of(System.getProperty("user.home"));
        return connect(EngineAddresses.of(System.getenv(), home), ticker, scheduler);
    }

    /**
     * Connects to one engine.
     *
     * @param host its address, as in {@code DOCKER_HOST}: {@code unix:///run/docker.sock} or {@code tcp://host:2376}
     * @see #connect(Ticker, Scheduler)
     */
    public static DockerRuntime connect(String host, Ticker ticker, Scheduler scheduler) {
        return connect(List.of(requireNonNull(host, "host")), ticker, scheduler);
    }

    private static DockerRuntime connect(List<String> addresses, Ticker ticker, Scheduler scheduler) {
        requireNonNull(ticker, "ticker");
        requireNonNull(scheduler, "scheduler");
        return new DockerRuntime(Engine.connect(addresses), ticker, scheduler);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Returns the address of the engine. */
    public String address() {
        return engine.address().toString();
    }

    /** Returns the version that the engine gave when it was first reached. */
    public String version() {
        return engine.version();
    }

    @Override
    public CompletionStage<Void> ping() {
        return CompletableFuture.runAsync(engine::ping, scheduler);
    }

    @Override
    public int startsAtOnce() {
        return engine.turns().atOnce();
    }

    @Override
    public CompletionStage<Container> create(ContainerSpec spec) {
        requireNonNull(spec, "spec");
        return fleet().create(() -> launcher.launch(spec));
    }

    @Override
    public CompletionStage<Void> pause(Container container) {
        return fleet().run(container, LiveDocker::pause);
    }

    @Override
    public CompletionStage<Void> unpause(Container container) {
        return fleet().run(container, LiveDocker::unpause);
    }

    @Override
    protected ExecResult execute(LiveDocker container, List<String> command) throws IOException {
        return container.execute(command);
    }

    @Override
    public List<String> onceCommand(Container container, String line) {
        return ResidentProgram.once(container.spec(), line);
    }

    @Override
    public void onOutOfMemory(Consumer<Container> listener) {
        fleet().onOutOfMemory(listener);
    }

    @Override
    public OptionalLong peakMemoryBytes(Container container) {
        return fleet().lookUp(container).map(LiveDocker::peakMemoryBytes).orElseGet(OptionalLong::empty);
    }

    @Override
    public CompletionStage<Integer> reconcile() {
        return reaper.reap();
    }

    @Override
    public long reaped() {
        return reaper.reaped();
    }

    @Override
    public StatsFeed openStats(Container container) {
        return fleet().find(container).openStats(scheduler);
    }

    @Override
    public void close() {
        try {
            reaper.close();
            fleet().close();
        } finally {
            Epochs.end(labels.epoch());
            closeEngine();
        }
    }

    private void closeEngine() {
        try {
            events.close();
            launcher.close();
            engine.close();
        } catch (IOException e) {
            throw new RuntimeUnavailableException("the connection to the engine did not close: " + e.getMessage(), e);
        }
    }
}
