package dev.agentperf.runtime.docker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import dev.agentperf.AgentType;
import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ResourceLimits;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Containers that end in every way but ours: each end is told, and none is alive by then. */
@Timeout(120)
@NeedsEngine
final class ContainerEndsIT {
    private final CompletableFuture<Container> gone = new CompletableFuture<>();
    private final CompletableFuture<Container> outOfMemory = new CompletableFuture<>();
    private DockerRuntime runtime;
    private Engine engine;

    @BeforeEach
    void connect() {
        runtime = TestEngine.runtime();
        runtime.onGone(gone::complete);
        runtime.onOutOfMemory(outOfMemory::complete);
        engine = TestEngine.connect();
    }

    @AfterEach
    void close() throws IOException {
        runtime.close();
        engine.close();
        assertThat(TestEngine.containersOfThisProcess()).isZero();
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private Container create() {
        return create(ResourceLimits.DEFAULT);
    }

    private Container create(ResourceLimits limits) {
        return get(runtime.create(
                ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE).withLimits(limits)));
    }

    private DockerClient client() {
        return engine.client();
    }

    private void assertGone(Container container) {
        assertThat(get(gone)).isEqualTo(container);
        assertThat(runtime.isAlive(container)).isFalse();
        get(runtime.destroy(container));
    }

    @Test
    void agentThatIsKilledInside_isTold() {
        Container container = create();
        long init = requireNonNull(
                client().inspectContainerCmd(container.id()).exec().getState().getPidLong(), "pid");
        ProcessHandle top = ProcessHandle.of(init).orElseThrow();

        top.children().findFirst().orElse(top).destroyForcibly();

        assertGone(container);
        assertThat(outOfMemory).isNotDone();
    }

    @Test
    void containerThatIsKilledFromOutside_isTold() {
        Container container = create();

        client().killContainerCmd(container.id()).exec();

        assertGone(container);
    }

    @Test
    void containerThatIsRemovedFromOutside_isTold() {
        Container container = create();

        client().removeContainerCmd(container.id()).withForce(true).exec();

        assertGone(container);
    }

    @Test
    void containerThatTakesMoreMemoryThanItMay_isTold_andWhy() {
        Container container = create(ResourceLimits.DEFAULT.withMemoryBytes(48L << 20));

        // Temporary files live in memory, and count.
        CompletionStage<Void> filling = CompletableFuture.allOf();
        for (int i = 0; i < 64; i++) {
            Bindings file = Bindings.NONE.withFile("f" + i, new byte[Bindings.MAX_BYTES / 2]);
            filling = filling.thenCompose(next -> runtime.bind(container, file));
        }

        assertThat(get(outOfMemory)).isEqualTo(container);
        assertGone(container);
        assertThat(filling.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void containerThatWeDestroy_isNotTold() {
        Container destroyed = create();
        Container killed = create();

        get(runtime.destroy(destroyed));
        client().killContainerCmd(killed.id()).exec();

        assertGone(killed);
    }
}
