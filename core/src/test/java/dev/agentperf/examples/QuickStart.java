package dev.agentperf.examples;

import dev.agentperf.AgentType;
import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.optimizer.OptimizerConfig;
import dev.agentperf.pool.Lease;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.process.ProcessRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.List;

/** The README's fifteen lines. */
final class QuickStart {
    private QuickStart() {}

    static String answer() throws InterruptedException {
        // tag::readme
        try (var runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
                var optimizer = AgentOptimizer.create(
                        OptimizerConfig.builder().build(), runtime, type -> ContainerSpec.of(type, "agent"))) {
            optimizer.prewarm(List.of(AgentType.REACT)).toCompletableFuture().join();

            Lease lease =
                    optimizer.acquire(AgentType.REACT, Duration.ofSeconds(5)).lease();
            String answer = lease.message("echo hello").toCompletableFuture().join();
            optimizer.finish(lease, new ResourceUsage(0.2, 180, 1.5));

            return answer + ", warm rate " + optimizer.metrics().pool().warmRate();
        }
        // end::readme
    }
}
