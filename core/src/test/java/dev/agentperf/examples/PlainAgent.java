package dev.agentperf.examples;

import dev.agentperf.AgentType;
import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.optimizer.OptimizerConfig;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.runtime.ContainerRuntime;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.process.ProcessRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.List;

/** A service that owns an optimizer, and one agent's run. */
final class PlainAgent {
    private PlainAgent() {}

    /** Runs the service once; on the module path too. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(AgentOptimizer.class.getModule().getName() + ": "
                + answer(arguments.length == 0 ? "hello" : arguments[0]));
    }

    // tag::embed
    static String answer(String request) throws InterruptedException {
        OptimizerConfig config = OptimizerConfig.builder()
                .pool(PoolConfig.builder().policy(PoolPolicy.fixed(1)).build())
                .build();
        // DockerRuntime.connect(...) where there is an engine: then limits are enforced, and what was used is learned.
        try (ContainerRuntime runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
                AgentOptimizer optimizer =
                        AgentOptimizer.create(config, runtime, type -> ContainerSpec.of(type, "agent"))) {
            optimizer.prewarm(List.of(AgentType.REACT)).toCompletableFuture().join();
            return run(optimizer, request);
        }
    }

    static String run(AgentOptimizer optimizer, String request) throws InterruptedException {
        try (Lease lease =
                optimizer.acquire(AgentType.REACT, Duration.ofSeconds(5)).lease()) {
            String answer =
                    lease.message("echo " + request).toCompletableFuture().join();
            optimizer.finish(lease, ResourceUsage.UNKNOWN);
            return answer;
        }
    }
    // end::embed
}
