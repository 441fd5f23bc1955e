package dev.agentperf.runtime.docker;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerRuntimeContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a user's image with Python, whose agent comes on the command line. */
@NeedsEngine
final class PythonAgentIT extends ContainerRuntimeContract {

    @BeforeAll
    static void loadImage() throws IOException {
        try (Engine engine = TestEngine.connect()) {
            PythonImage.load(engine);
        }
    }

    @AfterAll
    static void removeImage() throws IOException {
        try (Engine engine = TestEngine.connect()) {
            engine.client().removeImageCmd(PythonImage.NAME).withForce(true).exec();
        }
    }

    @Override
    protected ContainerRuntime newRuntime() {
        return TestEngine.runtime();
    }

    @Override
    protected String image() {
        return PythonImage.NAME;
    }

    @Override
    protected List<String> endlessCommand() {
        return List.of("python3", "-c", "__import__('time').sleep(600)");
    }

    @Override
    protected String writablePath(Container container, String name) {
        return "/tmp/" + name;
    }

    @Override
    protected long containersOutside() {
        return TestEngine.containersOfThisProcess();
    }
}
