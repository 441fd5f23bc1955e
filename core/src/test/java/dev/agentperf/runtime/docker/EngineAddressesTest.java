package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EngineAddressesTest {
    private static final Path HOME = Path.of("/home/someone");

    @Test
    void dockerHost_leavesNoOtherChoice() {
        assertThat(EngineAddresses.of(Map.of("DOCKER_HOST", "tcp://far:2376"), HOME))
                .containsExactly("tcp://far:2376");
    }

    @Test
    void withoutDockerHost_theUsualPlacesAreTriedInOrder() {
        Map<String, String> environment = Map.of("DOCKER_HOST", " ", "XDG_RUNTIME_DIR", "/run/user/1000");

        assertThat(EngineAddresses.of(environment, HOME))
                .containsExactly(
                        "unix:///var/run/docker.sock",
                        "unix:///run/user/1000/docker.sock",
                        "unix:///home/someone/.docker/run/docker.sock",
                        "unix:///run/agentperf/docker.sock");
        assertThat(EngineAddresses.of(Map.of(), HOME)).hasSize(3);
    }

    @Test
    void connect_whereNothingAnswers_namesWhatWasTriedInOneLine() {
        assertThatThrownBy(() -> Engine.connect(List.of("unix:///no/such.sock", "tcp://127.0.0.1:1")))
                .isInstanceOf(RuntimeUnavailableException.class)
                .hasMessageContainingAll("unix:///no/such.sock", "tcp://127.0.0.1:1")
                .hasMessageNotContaining("\n");
    }

    @Test
    void connect_toAnAddressThatIsNone_saysSo() {
        assertThatThrownBy(() -> DockerRuntime.connect("nonsense", Ticker.system(), Scheduler.system()))
                .isInstanceOf(RuntimeUnavailableException.class)
                .hasMessageContaining("nonsense");
    }
}
