package dev.agentperf.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.agentperf.AgentType;
import dev.agentperf.optimizer.AgentOptimizer;
import dev.agentperf.optimizer.OptimizerConfig;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.runtime.Bindings;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.runtime.ResourceLimits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agent that needs 64 MiB beside its own: what the engine does to its container teaches the next one's limit. */
@Timeout(120)
@NeedsEngine
final class LearnedLimitsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long TOO_LITTLE = 48L << 20;
    private static final long NEEDED = 64L << 20;
    private static final int PARTS = 128;
    private static final double BYTES_PER_MB = 1e6;

    private final CompletableFuture<Container> outOfMemory = new CompletableFuture<>();
    private DockerRuntime runtime;
    private AgentOptimizer optimizer;
    private long specified = TOO_LITTLE;

    @BeforeEach
    void connect() {
        runtime = TestEngine.runtime();
        optimizer = AgentOptimizer.create(
                OptimizerConfig.builder()
                        .pool(PoolConfig.builder().policy(PoolPolicy.fixed(0)).build())
                        .build(),
                runtime,
                this::spec);
        runtime.onOutOfMemory(outOfMemory::complete);
    }

    @AfterEach
    void close() {
        optimizer.close();
        runtime.close();
        assertThat(TestEngine.containersOfThisProcess()).isZero();
    }

    private ContainerSpec spec(AgentType type) {
        return ContainerSpec.of(type, DockerRuntime.DEFAULT_IMAGE)
                .withLimits(ResourceLimits.DEFAULT.withMemoryBytes(specified));
    }

    private Lease claim() throws InterruptedException {
        return optimizer.acquire(AgentType.REACT, PATIENCE).lease();
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /* Temporary files live in memory, and count. */
    private CompletionStage<Void> use(Lease lease) {
        CompletionStage<Void> filling = CompletableFuture.allOf();
        for (int part = 0; part < PARTS; part++) {
            Bindings file = Bindings.NONE.withFile("f" + part, new byte[(int) (NEEDED / PARTS)]);
            filling = filling.thenCompose(next -> runtime.bind(lease.container(), file));
        }
        return filling;
    }

    private double predictedBytes() {
        return optimizer.predict(AgentType.REACT).memory().limit() * BYTES_PER_MB;
    }

    @Test
    void runThatIsKilledForItsMemory_raisesTheNextLimit_andTheNextRunGetsThrough() throws InterruptedException {
        Lease tooSmall = claim();
        assertThat(use(tooSmall).toCompletableFuture()).failsWithin(PATIENCE);
        assertThat(get(outOfMemory)).isEqualTo(tooSmall.container());
        optimizer.finish(tooSmall, ResourceUsage.UNKNOWN);

        assertThat(predictedBytes()).isGreaterThan(TOO_LITTLE + NEEDED);
        Lease next = claim();
        assertThat(next.container().spec().limits().memoryBytes()).isEqualTo(4 * TOO_LITTLE);
        get(use(next));
        optimizer.finish(next, ResourceUsage.UNKNOWN);
    }

    /** The greatest of one run, twice, is what the first prediction is made of. */
    @Test
    void runThatGetsThrough_isLearnedByItsPeak() throws InterruptedException {
        specified = 4 * NEEDED;
        Lease lease = claim();
        get(use(lease));
        assumeThat(runtime.peakMemoryBytes(lease.container()))
                .as("the control groups can be read")
                .isPresent();

        optimizer.finish(lease, ResourceUsage.UNKNOWN);

        assertThat(optimizer.predict(AgentType.REACT).memory().samples()).isEqualTo(1);
        assertThat(predictedBytes() / 2).isBetween((double) NEEDED, (double) specified);
    }
}
