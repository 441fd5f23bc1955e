package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ContainerStats;
import dev.agentperf.runtime.StatsFeed;
import dev.agentperf.runtime.host.AgentLink;
import dev.agentperf.runtime.host.AgentSession;
import dev.agentperf.runtime.host.Cgroup;
import dev.agentperf.time.Ticker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kernel's files and the engine's stream tell the same of one container. */
@Timeout(120)
@NeedsEngine
final class DockerStatsIT {
    private DockerRuntime runtime;
    private Container container;

    @BeforeEach
    void create() {
        runtime = TestEngine.runtime();
        container = get(runtime.create(ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE)));
    }

    @AfterEach
    void close() {
        runtime.close();
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void files_andStream_agree() throws IOException {
        Cgroup group = Cgroup.find(Cgroup.MOUNT, container.id()).orElse(null);
        if (group == null) {
            TestEngine.skip("this process cannot read the control groups of the engine's containers");
            return;
        }
        try (Engine engine = TestEngine.connect()) {
            ContainerStats byFiles = group.read(0);
            ContainerStats byStream = byStream(engine);

            assertThat(byStream.cpuNanos()).isBetween(byFiles.cpuNanos(), byFiles.cpuNanos() + 1_000_000_000);
            assertThat(byFiles.memoryBytes()).isBetween(byStream.memoryBytes() / 2, byStream.memoryBytes() * 2);
            assertThat(byFiles.pids()).isEqualTo(byStream.pids());
            assertThat(byFiles.peakMemoryBytes().orElse(Long.MAX_VALUE)).isGreaterThanOrEqualTo(byFiles.memoryBytes());
            assertThat(byFiles.io().receivedBytes().orElse(0)).isZero();
        }
    }

    private ContainerStats byStream(Engine engine) throws IOException {
        LiveDocker live = new LiveDocker(engine, Ticker.system(), container, ContainerFiles.none(), silentSession());
        try (StatsFeed feed = live.openStream()) {
            return get(feed.latest());
        }
    }

    private static AgentSession silentSession() throws IOException {
        ByteArrayInputStream answer = new ByteArrayInputStream("pong\n".getBytes(StandardCharsets.UTF_8));
        return AgentSession.withProgram(AgentLink.over(answer, new ByteArrayOutputStream()));
    }

    @Test
    void stoppedContainer_hasNoFigures() throws IOException {
        try (Engine engine = TestEngine.connect();
                StatsFeed feed = runtime.openStats(container)) {
            assertThat(get(feed.latest()).memoryBytes()).isPositive();

            engine.client().killContainerCmd(container.id()).exec();
            engine.client().waitContainerCmd(container.id()).start().awaitStatusCode();
            assertThatThrownBy(() -> get(runtime.message(container, "ping")))
                    .hasCauseInstanceOf(ContainerException.class);

            assertThatThrownBy(() -> get(feed.latest())).hasCauseInstanceOf(ContainerException.class);
        }
    }
}
