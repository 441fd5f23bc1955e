package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.agentperf.runtime.RuntimeUnavailableException;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import org.junit.jupiter.api.Assertions;

/** The engine that the integration tests run on. */
final class TestEngine {
    private TestEngine() {}

    /**
     * Connects to it. Where none answers the test is skipped, saying why; with {@code -Dagentperf.engine=required} it
     * fails instead.
     */
    static DockerRuntime connect() {
        try {
            return DockerRuntime.connect(Ticker.system(), Scheduler.system());
        } catch (RuntimeUnavailableException e) {
            if ("required".equals(System.getProperty("agentperf.engine"))) {
                return Assertions.fail("agentperf.engine is required", e);
            }
            assumeThat(false).as(e.getMessage()).isTrue();
            throw e;
        }
    }
}
