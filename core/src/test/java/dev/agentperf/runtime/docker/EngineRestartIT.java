package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.testkit.PrivateEngine;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine that goes away under a runtime and comes back. */
@Timeout(240)
@NeedsEngine
final class EngineRestartIT {
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final ContainerSpec SPEC = ContainerSpec.of(AgentType.REACT, DockerRuntime.DEFAULT_IMAGE);
    private static PrivateEngine engine;

    @BeforeAll
    static void startEngine() throws IOException {
        engine = PrivateEngine.start();
    }

    @AfterAll
    static void stopEngine() throws IOException {
        if (engine != null) {
            engine.close();
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(100, TimeUnit.SECONDS).join();
    }

    @Test
    void engineThatIsAwayForTenSeconds_failsCallsAtOnce_andIsFoundAgain() throws IOException {
        try (DockerRuntime runtime = DockerRuntime.connect(engine.address(), Ticker.system(), Scheduler.system())) {
            Queue<Container> gone = new ConcurrentLinkedQueue<>();
            CompletableFuture<Container> third = new CompletableFuture<>();
            runtime.onGone(gone::add);
            Container first = get(runtime.create(SPEC));
            Container second = get(runtime.create(SPEC));

            engine.stop();
            CompletionStage<Container> creation = runtime.create(SPEC);
            assertThatThrownBy(() -> get(creation)).hasCauseInstanceOf(RuntimeUnavailableException.class);
            assertThatThrownBy(() -> get(runtime.exec(first, List.of("x"))))
                    .hasCauseInstanceOf(RuntimeUnavailableException.class);
            assertThatThrownBy(() -> get(runtime.message(first, "ping"))).isInstanceOf(RuntimeException.class);
            get(CompletableFuture.runAsync(() -> {}, later()));
            engine.startAgain();

            Container after = get(runtime.create(SPEC));
            assertThat(get(runtime.message(after, "ping"))).isEqualTo("pong");
            runtime.onGone(it -> {
                if (it.equals(after)) {
                    third.complete(it);
                }
            });
            try (Engine outside = Engine.connect(List.of(engine.address()))) {
                outside.client().killContainerCmd(after.id()).exec();
            }

            assertThat(get(third)).isEqualTo(after);
            assertThat(gone).contains(first, second, after).doesNotHaveDuplicates();
            assertThat(List.of(first, second, after)).noneMatch(runtime::isAlive);
        }
        assertNothingIsLeft();
    }

    private static Executor later() {
        return task -> Scheduler.system().schedule(AWAY, task);
    }

    private static void assertNothingIsLeft() throws IOException {
        try (Engine outside = Engine.connect(List.of(engine.address()))) {
            assertThat(outside.client().listContainersCmd().withShowAll(true).exec())
                    .isEmpty();
        }
    }
}
