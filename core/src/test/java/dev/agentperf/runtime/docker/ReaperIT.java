package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
@NeedsEngine
final class ReaperIT {

    @TempDir
    private Path temporary;

    @Test
    void containerOfADeadProcess_stopsByItself_andIsRemovedByTheNextRuntime() throws IOException {
        try (Engine engine = TestEngine.connect()) {
            DockerClient client = engine.client();
            String orphan = containerOfADeadOwner();
            int exitCode = client.waitContainerCmd(orphan).start().awaitStatusCode();

            try (DockerRuntime next = TestEngine.runtime()) {
                awaitRemoval(client, orphan);
                assertThat(next.name()).isEqualTo("docker");
            }

            assertThat(exitCode).isZero();
        }
    }

    @Test
    void containerOfALivingProcess_isLeftAlone() throws IOException {
        try (DockerRuntime owner = TestEngine.runtime();
                Engine engine = TestEngine.connect()) {
            ContainerSpec spec = ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE);
            Container container = owner.create(spec).toCompletableFuture().join();

            owner.reconcile().toCompletableFuture().join();

            assertThat(owner.message(container, "ping").toCompletableFuture().join())
                    .isEqualTo("pong");
        }
    }

    private String containerOfADeadOwner() throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingOwner.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = owner.inputReader()) {
            String id = output.readLine();
            assertThat(id).isNotNull();
            return id;
        }
    }

    private static void awaitRemoval(DockerClient client, String container) {
        try {
            while (true) {
                client.inspectContainerCmd(container).exec();
            }
        } catch (NotFoundException removed) {
            // That is what is waited for.
        }
    }
}
