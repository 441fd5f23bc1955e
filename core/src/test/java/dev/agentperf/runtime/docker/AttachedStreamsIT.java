package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.runtime.ContainerSpec;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agent that is spoken to over the container's standard streams: a command of the user's own. */
@Timeout(120)
@NeedsEngine
final class AttachedStreamsIT {
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

    private static ContainerSpec spec(List<String> command) {
        return ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE).withCommand(command);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void agent_answersOverItsStandardStreams() {
        Container container = get(runtime.create(spec(AgentImage.command())));
        String text = "zürich ".repeat(20_000);

        assertThat(get(runtime.message(container, "ping"))).isEqualTo("pong");
        String answer = get(runtime.message(container, "echo " + text));
        assertThat(answer.equals(text))
                .as("%d of %d characters came back", answer.length(), text.length())
                .isTrue();
        get(runtime.pause(container));
        get(runtime.unpause(container));
        assertThat(get(runtime.message(container, "echo 2"))).isEqualTo("2");
    }

    @Test
    void reset_ofAProgramOfTheUsersOwn_isNeverProven() {
        Container container = get(runtime.create(spec(AgentImage.command())));

        assertThat(get(runtime.reset(container))).isFalse();
    }

    /* The engine lets a paused process go on for a moment before it kills it, so the agent may still get its answer out. */
    @Test
    void messageThatWaits_endsWhenTheContainerIsDestroyed() {
        Container container = get(runtime.create(spec(AgentImage.command())));
        get(runtime.pause(container));
        CompletionStage<String> waiting = runtime.message(container, "ping");

        get(runtime.destroy(container));

        assertThat(get(waiting.exceptionally(Throwable::getMessage))).matches("pong|.*" + container.id() + ".*");
        assertThatThrownBy(() -> get(runtime.message(container, "ping"))).hasCauseInstanceOf(ContainerException.class);
    }

    @Test
    void program_thatEndsAtOnce_isReportedWithItsLastWords() {
        List<String> command = List.of("/agent/jre/bin/java", "NoSuchClass");

        assertThatThrownBy(() -> get(runtime.create(spec(command))))
                .cause()
                .isInstanceOf(ContainerException.class)
                .hasMessageContaining("ended with exit code 1")
                .hasMessageContaining("NoSuchClass");
    }

    @Test
    void program_thatIsMissing_isNamed() {
        assertThatThrownBy(() -> get(runtime.create(spec(List.of("no-such-program")))))
                .cause()
                .isInstanceOf(ContainerException.class)
                .hasMessageContaining("has no program no-such-program");
    }
}
