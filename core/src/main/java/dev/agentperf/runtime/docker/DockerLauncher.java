package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.host.AgentLink;
import dev.agentperf.runtime.host.AgentListener;
import dev.agentperf.runtime.host.AgentSession;
import dev.agentperf.runtime.host.OwnedDirectory;
import dev.agentperf.runtime.host.ProcessTable;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Creates and starts containers and waits for their agents. Thread-safe. */
final class DockerLauncher implements Closeable {
    private static final String PREFIX = "agentperf-docker-";

    private final Engine engine;
    private final Ticker ticker;
    private final Scheduler scheduler;
    private final AgentImage defaultImage;
    private final OwnedDirectory directory;
    private final Labels labels;
    private final boolean sockets;

    /** The way that has worked, by whether the program knows sockets. */
    private final Map<Boolean, Way> proven = new ConcurrentHashMap<>();

    DockerLauncher(Engine engine, Ticker ticker, Scheduler scheduler, Labels labels) {
        this.labels = labels;
        this.engine = engine;
        this.ticker = ticker;
        this.scheduler = scheduler;
        this.defaultImage = new AgentImage(engine);
        this.directory = privateDirectory();
        this.sockets = engine.isOnThisMachine();
    }

    private static OwnedDirectory privateDirectory() {
        try {
            return OwnedDirectory.create(PREFIX);
        } catch (IOException e) {
            throw new ContainerException("no directory for the agents' sockets: " + e.getMessage(), e);
        }
    }

    /** Removes what processes that have ended left among the temporary files. */
    void reapFiles() {
        directory.reapOthers(PREFIX, ProcessTable.system(), unused -> {});
        directory.reapOthers(ImageBuild.PREFIX, ProcessTable.system(), unused -> {});
    }

    /** Starts a container; nothing of it is left when this fails. */
    LiveDocker launch(ContainerSpec spec) throws IOException {
        EngineLimits.check(spec.limits());
        if (!ResidentProgram.isDefault(spec)) {
            return launch(spec, spec.image());
        }
        try {
            return launch(spec, defaultImage.ensure());
        } catch (ContainerException e) {
            if (!(e.getCause() instanceof NotFoundException)) {
                throw e;
            }
            // Someone has removed the image meanwhile.
            defaultImage.forget();
            return launch(spec, defaultImage.ensure());
        }
    }

    private LiveDocker launch(ContainerSpec spec, String image) throws IOException {
        ResidentProgram program = ResidentProgram.of(spec);
        boolean bySocket = sockets && program.knowsSockets();
        Way known = proven.get(bySocket);
        if (known != null) {
            return launch(new Blueprint(spec, image, program, known, labels));
        }
        ContainerException first = null;
        for (Way way : Way.all(bySocket)) {
            try {
                LiveDocker live = launch(new Blueprint(spec, image, program, way, labels));
                proven.put(bySocket, way);
                return live;
            } catch (ContainerException e) {
                if (e instanceof SilentAgentException || e.getCause() instanceof NotFoundException) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? new ContainerException("no way to start " + image) : first;
    }

    private LiveDocker launch(Blueprint blueprint) throws IOException {
        return blueprint.way().bySocket() ? overSocket(blueprint) : overStreams(blueprint);
    }

    private LiveDocker overSocket(Blueprint blueprint) throws IOException {
        ContainerFiles files = ContainerFiles.createIn(directory.path());
        try (AgentListener listener = files.listen()) {
            String id = engine.turns().take(() -> blueprint.create(engine.client(), files));
            return removingOnFailure(id, () -> {
                start(blueprint, id);
                return greet(blueprint, id, files, listener::accept, listener);
            });
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private LiveDocker overStreams(Blueprint blueprint) throws IOException {
        ContainerFiles files = ContainerFiles.none();
        String id = engine.turns().take(() -> blueprint.create(engine.client(), files));
        return removingOnFailure(id, () -> {
            AttachedStreams streams = AttachedStreams.to(engine.streams(), id);
            try {
                start(blueprint, id);
                return greet(blueprint, id, files, streams::link, streams);
            } catch (RuntimeException e) {
                streams.close();
                throw e;
            }
        });
    }

    private void start(Blueprint blueprint, String id) {
        try {
            engine.turns().take(() -> engine.client().startContainerCmd(id).exec());
        } catch (RuntimeException e) {
            throw StartFailure.refused(blueprint, e);
        }
    }

    private LiveDocker greet(
            Blueprint blueprint, String id, ContainerFiles files, Greeting.Wait<AgentLink> wait, Closeable doorbell) {
        Greeting greeting = new Greeting(engine.client(), scheduler, blueprint, id);
        return greeting.await(
                () -> {
                    AgentSession session = session(blueprint, wait.run());
                    Container container = new Container(id, blueprint.spec());
                    return new LiveDocker(engine, ticker, container, files, session);
                },
                doorbell);
    }

    private static AgentSession session(Blueprint blueprint, AgentLink link) throws IOException {
        return blueprint.spec().command().isEmpty() ? AgentSession.withResident(link) : AgentSession.withProgram(link);
    }

    private LiveDocker removingOnFailure(String id, Greeting.Wait<LiveDocker> work) throws IOException {
        try {
            return work.run();
        } catch (IOException | RuntimeException e) {
            LiveDocker.remove(engine, id);
            throw e;
        }
    }

    /** Removes the directory of the sockets, once all containers are gone. */
    @Override
    public void close() throws IOException {
        directory.close();
    }
}
