package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agentperf.runtime.RuntimeUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void engineThatFallsSilent_failsCommandsRatherThanHoldThem() throws IOException {
        try (FakeSilentEngine silent = new FakeSilentEngine();
                Engine engine = Engine.connect(List.of(silent.address()), SHORT)) {
            assertThatExceptionOfType(RuntimeUnavailableException.class)
                    .isThrownBy(() -> LiveDocker.remove(engine, "any"))
                    .withMessageContaining("the engine does not answer");
            assertThat(silent.asked()).isEqualTo(1);
        }
    }

    @Test
    void engine_startsAsManyAtOnceAsItHasProcessors() throws IOException {
        try (FakeSilentEngine silent = new FakeSilentEngine();
                Engine engine = Engine.connect(List.of(silent.address()), SHORT)) {
            assertThat(engine.turns().atOnce()).isEqualTo(4);
        }
        assertThat(new EngineTurns(1).atOnce()).isEqualTo(2);
        assertThat(new EngineTurns(64).atOnce()).isEqualTo(12);
    }

    @Test
    void moreRemovalsThanTurns_allFailInTheEnd() throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (FakeSilentEngine silent = new FakeSilentEngine();
                Engine engine = Engine.connect(List.of(silent.address()), SHORT)) {
            List<CompletableFuture<Void>> removals = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String id = "container" + i;
                removals.add(CompletableFuture.runAsync(() -> LiveDocker.remove(engine, id), threads));
            }

            assertThat(removals)
                    .allSatisfy(removal -> assertThat(removal)
                            .failsWithin(Duration.ofMinutes(1))
                            .withThrowableThat()
                            .withCauseInstanceOf(RuntimeUnavailableException.class));
            assertThat(silent.asked()).isEqualTo(30);
        } finally {
            threads.shutdownNow();
        }
    }
}
