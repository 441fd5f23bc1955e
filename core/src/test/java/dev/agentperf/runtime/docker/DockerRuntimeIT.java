package dev.agentperf.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerRuntimeContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

final class DockerRuntimeIT extends ContainerRuntimeContract {
    private final List<Engine> engines = new ArrayList<>();

    @AfterEach
    void closeEngines() throws IOException {
        for (Engine engine : engines) {
            engine.close();
        }
    }

    @Override
    protected ContainerRuntime newRuntime() {
        return TestEngine.connect();
    }

    @Override
    protected String image() {
        return DockerRuntime.DEFAULT_IMAGE;
    }

    @Override
    protected List<String> endlessCommand() {
        // An agent without a socket waits on its standard input, which stays open.
        return AgentImage.command();
    }

    @Override
    protected String writablePath(Container container, String name) {
        return "/tmp/" + name;
    }

    @Override
    protected long containersOutside() {
        return client().listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(
                        Map.of(DockerRuntime.OWNER_LABEL, Owner.current().label()))
                .exec()
                .size();
    }

    private DockerClient client() {
        Engine engine = Engine.connect(EngineAddresses.of(System.getenv(), Path.of(System.getProperty("user.home"))));
        engines.add(engine);
        return engine.client();
    }
}
