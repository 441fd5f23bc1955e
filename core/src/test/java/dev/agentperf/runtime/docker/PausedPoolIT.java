package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.StartPath;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.host.Owner;
import dev.agentperf.time.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pool that pauses what has stood ready for long, on a real engine. */
@Timeout(120)
@NeedsEngine
final class PausedPoolIT {
    private static final PoolConfig CONFIG = PoolConfig.builder()
            .policy(PoolPolicy.fixed(1))
            .reuse(Reuse.RESET)
            .pauseAfter(Duration.ofMillis(200))
            .build();

    @Test
    void pausedContainer_isWokenForAClaim_andAnswers_timeAndAgain() throws IOException, InterruptedException {
        try (DockerRuntime runtime = TestEngine.runtime();
                Engine outside = TestEngine.connect();
                WarmPool pool =
                        WarmPool.create(CONFIG, runtime, type -> ContainerSpec.of(type, DockerRuntime.DEFAULT_IMAGE))) {
            get(pool.prewarm(List.of(AgentType.REACT)));
            for (int use = 1; use <= 3; use++) {
                awaitPaused(outside);

                try (Lease lease =
                        pool.acquire(AgentType.REACT, Duration.ofSeconds(30)).lease()) {
                    assertThat(lease.path()).isEqualTo(StartPath.THAWED);
                    assertThat(get(lease.message("ping"))).isEqualTo("pong");
                }
                assertThat(pool.stats().thawed()).isEqualTo(use);
                assertThat(pool.stats().created()).isEqualTo(1);
            }
        }
        assertThat(TestEngine.containersOfThisProcess()).isZero();
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Waits until the engine tells that this process has a paused container. */
    private static void awaitPaused(Engine outside) {
        while (outside.client()
                .listContainersCmd()
                .withStatusFilter(List.of("paused"))
                .withLabelFilter(
                        Map.of(DockerRuntime.OWNER_LABEL, Owner.current().label()))
                .exec()
                .isEmpty()) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            Scheduler.system().schedule(Duration.ofMillis(20), () -> over.complete(null));
            over.join();
        }
    }
}
