package dev.agentperf.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.agentperf.AgentType;
import dev.agentperf.cache.ToolKey;
import dev.agentperf.cache.ToolMetadata;
import dev.agentperf.cache.ToolMetadataCache;
import dev.agentperf.checkpoint.CheckpointStore;
import dev.agentperf.checkpoint.Durability;
import dev.agentperf.memory.GovernorStats;
import dev.agentperf.memory.MemoryReading;
import dev.agentperf.pool.Lease;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.predict.Resource;
import dev.agentperf.predict.ResourceUsage;
import dev.agentperf.runtime.ContainerSpec;
import dev.agentperf.testkit.FakeRuntime;
import dev.agentperf.testkit.ManualScheduler;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentOptimizerTest {
    private static final Duration COLD_START = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final MemoryReading HALF_FULL = new MemoryReading(0, 0, 50, 60, 100);
    private static final MemoryReading FULL = new MemoryReading(0, 0, 99, 100, 100);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeRuntime runtime = new FakeRuntime(scheduler, COLD_START);
    private MemoryReading memory = HALF_FULL;
    private final AgentOptimizer optimizer = AgentOptimizer.create(
            OptimizerConfig.builder()
                    .pool(PoolConfig.builder().policy(PoolPolicy.fixed(2)).build())
                    .predictor("mean-buffer")
                    .build(),
            runtime,
            type -> ContainerSpec.of(type, "fake"),
            () -> memory,
            scheduler.ticker(),
            scheduler);

    @Test
    void loop_runsEveryFiveMinutes_untilClosed() {
        scheduler.advance(Duration.ofMinutes(16));
        assertThat(optimizer.metrics().rounds()).isEqualTo(3);

        optimizer.close();
        scheduler.advance(Duration.ofHours(1));

        assertThat(optimizer.metrics().rounds()).isEqualTo(3);
    }

    @Test
    void loop_underPressure_trimsTheCaches() {
        optimizer.results().put("answer", 42);
        memory = FULL;

        scheduler.advance(Duration.ofMinutes(5));

        assertThat(optimizer.metrics().memory().trimmers())
                .anySatisfy(trimmer -> assertThat(trimmer.runs()).isPositive());
    }

    @Test
    void loop_underPressure_givesUpHalfOfTheIdleContainers_andHoldsTheStockDown() {
        optimizer.prewarm(List.of(AgentType.REACT));
        scheduler.advance(COLD_START);
        memory = FULL;
        scheduler.advance(Duration.ofMinutes(5));
        memory = HALF_FULL;

        assertThat(runtime.alive()).hasSize(1);
        assertThat(released("idle containers")).isEqualTo(1);
        scheduler.advance(Duration.ofMinutes(9));
        assertThat(runtime.alive()).hasSize(1);
        scheduler.advance(Duration.ofMinutes(2));
        assertThat(runtime.alive()).hasSize(2);
    }

    @Test
    void loop_underPressure_movesTheStatesOfAgentsToTheDisk(@TempDir Path directory) {
        try (CheckpointStore store = CheckpointStore.open(directory, Durability.FAST)) {
            optimizer.govern(store);
            store.save("agent", ByteBuffer.wrap(new byte[] {1, 2, 3}));
            memory = FULL;

            scheduler.advance(Duration.ofMinutes(5));

            assertThat(released("checkpoints")).isEqualTo(1);
            assertThat(store.load("agent").orElseThrow().state()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        }
    }

    private long released(String trimmer) {
        return optimizer.metrics().memory().trimmers().stream()
                .filter(trimmed -> trimmed.name().equals(trimmer))
                .mapToLong(GovernorStats.Trimmed::released)
                .sum();
    }

    @Test
    void session_isSeenInEveryPartOfTheMetrics() {
        CompletionStage<Void> ready = optimizer.prewarm(List.of(AgentType.REACT));
        scheduler.advance(COLD_START);
        assertThat(ready).isCompleted();

        Lease lease = claim();
        ToolKey tool = ToolKey.of("server", "search");
        lookUp(tool);
        lookUp(tool);
        assertThat(optimizer.stats(lease)).isCompleted();
        optimizer.finish(lease, new ResourceUsage(1, 100, 10));
        finishAnother();

        OptimizerMetrics metrics = optimizer.metrics();
        assertThat(metrics.pool().warm()).isEqualTo(2);
        assertThat(metrics.toolCache().hitRate()).isEqualTo(0.5);
        assertThat(metrics.monitor().sent()).isEqualTo(1);
        assertThat(metrics.predictions())
                .hasSize(3)
                .allSatisfy(score -> assertThat(score.missRate()).isEqualTo(1));
        assertThat(optimizer.predict(AgentType.REACT).memory().samples()).isEqualTo(2);
    }

    /* Twice of everything, against a prediction of 1.2 times: missed in each resource. */
    private void finishAnother() {
        scheduler.advance(COLD_START);
        optimizer.finish(claim(), new ResourceUsage(2, 200, 20));
        scheduler.runDue();
    }

    private Lease claim() {
        CompletableFuture<Lease> lease = new CompletableFuture<>();
        CompletionStage<Void> claimed =
                optimizer.acquireAsync(AgentType.REACT, PATIENCE).thenAccept(claim -> lease.complete(claim.lease()));
        scheduler.runDue();
        assertThat(claimed).isCompleted();
        return lease.join();
    }

    private void lookUp(ToolKey tool) {
        assertThat(optimizer.tool(tool, key -> CompletableFuture.completedFuture(ToolMetadata.of(key.tool(), "{}"))))
                .isCompleted();
    }

    /** The mean of ten runs of 100 MB, times 1.2; nine runs are too few to give less than the spec says. */
    @Test
    void predictedMemory_limitsTheContainersMadeFromThenOn() {
        for (int run = 0; run < 9; run++) {
            optimizer.finish(claimWhole(), new ResourceUsage(1, 100, 10));
        }
        assertThat(limitOfNext()).isEqualTo(256L << 20);

        optimizer.finish(claimWhole(), new ResourceUsage(1, 100, 10));
        Lease stale = claimWhole();
        stale.release();

        assertThat(limitOfNext()).isEqualTo(120_000_000);
    }

    @Test
    void predictedMemory_aboveTheSpec_holdsFromTheFirstRunOn() {
        optimizer.finish(claimWhole(), new ResourceUsage(1, 300, 10));

        assertThat(limitOfNext()).isEqualTo(360_000_000);
    }

    /** A run that was killed at 300 MB presumably needed 404.9 MB: 100 MiB more. */
    @Test
    void killedRun_raisesTheLimit() {
        for (int run = 0; run < 10; run++) {
            optimizer.finishKilled(claimWhole(), new ResourceUsage(1, 300, 10), Resource.MEMORY);
        }

        assertThat(optimizer.predict(AgentType.REACT).memory().limit()).isCloseTo(1.2 * (300 + 104.8576), within(1e-9));
        assertThat(optimizer.predict(AgentType.REACT).duration().isKnown()).isFalse();
    }

    @Test
    void predictedMemory_farOff_isBoundedByTheSpec() {
        for (int run = 0; run < 12; run++) {
            optimizer.finish(claimWhole(), new ResourceUsage(1, 100_000, 10));
        }

        claimWhole().release();
        assertThat(limitOfNext()).isEqualTo(4 * (256L << 20));
    }

    /** Two containers stand ready, made before what was learned last: the third one shows it. */
    private long limitOfNext() {
        claimWhole().release();
        claimWhole().release();
        Lease lease = claimWhole();
        lease.release();
        scheduler.advance(COLD_START);
        return lease.container().spec().limits().memoryBytes();
    }

    private Lease claimWhole() {
        CompletableFuture<Lease> lease = new CompletableFuture<>();
        CompletionStage<Void> claimed =
                optimizer.acquireAsync(AgentType.REACT, PATIENCE).thenAccept(claim -> lease.complete(claim.lease()));
        scheduler.advance(COLD_START.multipliedBy(2));
        assertThat(claimed).isCompleted();
        return lease.join();
    }

    /** Search was always followed by read: it is there before it is asked for, and the look-up is a hit. */
    @Test
    void prefetchTools_likelyNextTool_isAHit() {
        optimizer.learnTools(AgentType.REACT, List.of("search", "read"));
        AtomicInteger loads = new AtomicInteger();
        ToolMetadataCache.Loader loader = key -> {
            loads.incrementAndGet();
            return CompletableFuture.completedFuture(ToolMetadata.of(key.tool(), "{}"));
        };

        optimizer.prefetchTools(AgentType.REACT, List.of("search"), tool -> ToolKey.of("server", tool), loader);
        optimizer.prefetchTools(AgentType.REACT, List.of("search"), tool -> ToolKey.of("server", tool), loader);
        assertThat(loads).hasValue(2);
        assertThat(optimizer.tool(ToolKey.of("server", "read"), loader)).isCompleted();

        assertThat(loads).hasValue(2);
        assertThat(optimizer.metrics().toolCache().hitRate()).isEqualTo(1);
    }

    @Test
    void loopInterval_thatIsNotPositive_isRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OptimizerConfig.builder().loopInterval(Duration.ZERO).build())
                .withMessage("loopInterval must be positive, was PT0S");
    }
}
