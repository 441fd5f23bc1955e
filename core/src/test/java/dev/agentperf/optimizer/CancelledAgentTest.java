package dev.agentperf.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.concurrent.AgentExecutor;
import dev.agentperf.concurrent.ExecutorConfig;
import dev.agentperf.concurrent.Outcome;
import dev.agentperf.concurrent.Submission;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ExecResult;
import dev.agentperf.runtime.process.ProcessRuntime;
import dev.agentperf.time.Scheduler;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On real processes: an agent that waits ten minutes for a program in its container, and cannot be interrupted. */
@Timeout(60)
final class CancelledAgentTest {
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final AgentExecutor executor =
            new AgentExecutor(ExecutorConfig.of(4, 0), Scheduler.system(), Ticker.system());

    @Test
    void cancel_whileTheContainerWorks_endsTheProgramInIt() throws Exception {
        try (ProcessRuntime runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
                AgentOptimizer optimizer = optimizer(runtime)) {
            Submission<ExecResult> agent = submit(optimizer, runtime, Duration.ofMinutes(10));
            running.get(20, TimeUnit.SECONDS);

            agent.cancel();

            assertThat(agent.outcome().toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome.Cancelled<>(true));
            assertThat(ended.get(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void deadline_whileTheContainerWorks_endsTheProgramInIt() throws Exception {
        try (ProcessRuntime runtime = new ProcessRuntime(Ticker.system(), Scheduler.system());
                AgentOptimizer optimizer = optimizer(runtime)) {
            Duration deadline = Duration.ofSeconds(5);
            Submission<ExecResult> agent = submit(optimizer, runtime, deadline);

            assertThat(agent.outcome().toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome.Late<>(deadline, true));
            assertThat(ended.get(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private static AgentOptimizer optimizer(ProcessRuntime runtime) {
        return AgentOptimizer.create(
                OptimizerConfig.builder()
                        .pool(PoolConfig.builder().policy(PoolPolicy.fixed(0)).build())
                        .build(),
                runtime,
                type -> ContainerSpec.of(type, "agent"));
    }

    /* Waits with join(), which no interrupt ends. */
    private Submission<ExecResult> submit(AgentOptimizer optimizer, ProcessRuntime runtime, Duration deadline) {
        return optimizer.submit(executor, AgentType.REACT, deadline, lease -> {
            try {
                CompletableFuture<ExecResult> program =
                        runtime.exec(lease.container(), List.of("sleep", "600")).toCompletableFuture();
                running.complete(null);
                ExecResult result = program.join();
                ended.complete(result.toString());
                return result;
            } catch (RuntimeException failed) {
                ended.complete(String.valueOf(failed));
                throw failed;
            }
        });
    }
}
