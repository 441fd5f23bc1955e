package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerRuntimeContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract on the default image, whose agent is spoken to over a mounted socket. */
@NeedsEngine
final class DockerRuntimeIT extends ContainerRuntimeContract {

    @Override
    protected ContainerRuntime newRuntime() {
        return TestEngine.runtime();
    }

    @Override
    protected String image() {
        return DockerRuntime.DEFAULT_IMAGE;
    }

    @Override
    protected List<String> endlessCommand() {
        // An agent without a socket waits for its standard input, which stays open and empty.
        return AgentImage.command();
    }

    @Override
    protected String writablePath(Container container, String name) {
        return "/tmp/" + name;
    }

    @Override
    protected long containersOutside() {
        return TestEngine.containersOfThisProcess();
    }

    @Test
    void reset_alsoCleansSharedMemory() {
        Container container = create();
        get(runtime().message(container, "write /dev/shm/segment left behind"));
        String used = get(runtime().message(container, "fingerprint"));

        assertThat(used).contains("/dev/shm/segment");
        assertThat(get(runtime().reset(container))).isTrue();
    }
}
