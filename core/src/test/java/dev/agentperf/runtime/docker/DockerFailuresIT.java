package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ResourceLimits;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Creations that fail: each says in one line what is wrong, and leaves nothing on the engine. */
@Timeout(120)
@NeedsEngine
final class DockerFailuresIT {
    private DockerRuntime runtime;

    @BeforeEach
    void connect() {
        runtime = TestEngine.runtime();
    }

    @AfterEach
    void close() {
        runtime.close();
        assertThat(TestEngine.containersOfThisProcess()).isZero();
    }

    private void assertFailure(ContainerSpec spec, String... words) {
        assertThatThrownBy(() -> runtime.create(spec)
                        .toCompletableFuture()
                        .orTimeout(100, TimeUnit.SECONDS)
                        .join())
                .cause()
                .isInstanceOf(ContainerException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
    }

    private static ContainerSpec spec(String image) {
        return ContainerSpec.of(AgentType.REACT, image);
    }

    @Test
    void imageThatTheEngineDoesNotHave_isNamed() {
        assertFailure(spec("no-such-image:1.0"), "image no-such-image:1.0 is not on the engine");
    }

    @Test
    void imageThatIsNoName_isNamed() {
        assertFailure(spec("NOT A NAME"), "NOT A NAME");
    }

    @Test
    void imageWithoutPython_saysWhatIsMissing() throws IOException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            TestEngine.skip("Testcontainers finds no engine; set DOCKER_HOST");
        }
        String image = new ImageFromDockerfile("agentperf-test-no-python", true)
                .withFileFromString("nothing", "nothing")
                .withFileFromString("Dockerfile", "FROM scratch\nCOPY nothing /nothing\n")
                .get();
        try {
            assertFailure(spec(image), "image " + image + " has no program python3", "resident agent needs");
        } finally {
            try (Engine engine = TestEngine.connect()) {
                engine.client().removeImageCmd(image).withForce(true).exec();
            }
        }
    }

    @Test
    void tooLittleMemory_isSaid() {
        ResourceLimits limits = new ResourceLimits(ResourceLimits.MIN_MEMORY_BYTES, 1, 64);

        assertFailure(spec(DockerRuntime.DEFAULT_IMAGE).withLimits(limits), "agent");
    }

    @Test
    void moreProcessorsThanTheEngineHas_areRefusedWithRuleAndValue() {
        ResourceLimits limits = new ResourceLimits(64L << 20, 100_000, 64);

        assertFailure(
                spec(DockerRuntime.DEFAULT_IMAGE).withLimits(limits),
                "cpus must be at most ",
                "which the engine has, was 100000.0");
    }

    @Test
    void lessOfAProcessorThanTheKernelDealsOut_isRefusedWithRuleAndValue() {
        ResourceLimits limits = new ResourceLimits(64L << 20, 0.001, 64);

        assertFailure(spec(DockerRuntime.DEFAULT_IMAGE).withLimits(limits), "cpus must be at least 0.01, was 0.001");
    }

    @Test
    void lessMemoryThanAnEngineTakes_isRefusedWithRuleAndValue() {
        assertThatThrownBy(() -> new ResourceLimits(ResourceLimits.MIN_MEMORY_BYTES - 1, 1, 64))
                .hasMessage("memoryBytes must be at least 6291456, was 6291455");
    }
}
