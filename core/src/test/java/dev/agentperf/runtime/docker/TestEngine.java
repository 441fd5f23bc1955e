package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.DockerClient;
import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.runtime.host.Owner;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/** The engine that the integration tests run on. */
final class TestEngine {
    private TestEngine() {}

    /** Returns a runtime on it; see {@link #orSkip}. */
    static DockerRuntime runtime() {
        return orSkip(() -> DockerRuntime.connect(Ticker.system(), Scheduler.system()));
    }

    /** Returns a connection of the test's own, which it closes. */
    static Engine connect() {
        Path home = Path.of(System.getProperty("user.home"));
        return orSkip(() -> Engine.connect(EngineAddresses.of(System.getenv(), home)));
    }

    /**
     * Where no engine answers the test is skipped, saying why; with {@code -Dagentperf.engine=required} it fails
     * instead.
     */
    private static <T> T orSkip(Supplier<T> connection) {
        try {
            return connection.get();
        } catch (RuntimeUnavailableException e) {
            skip(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Skips the test, or fails it where nothing may be skipped. */
    static void skip(String reason) {
        if ("required".equals(System.getProperty("agentperf.engine"))) {
            Assertions.fail("agentperf.engine is required: " + reason);
        }
        assumeThat(false).as(reason).isTrue();
    }

    /** Returns how many containers this process has on the engine, by the engine's own count. */
    static long containersOfThisProcess() {
        try (Engine engine = connect()) {
            return containersOfThisProcess(engine.client());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long containersOfThisProcess(DockerClient client) {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(
                        Map.of(DockerRuntime.OWNER_LABEL, Owner.current().label()))
                .exec()
                .size();
    }
}
