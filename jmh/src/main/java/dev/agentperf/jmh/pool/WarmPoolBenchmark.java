package dev.agentperf.jmh.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.PoolConfig;
import dev.agentperf.pool.Reuse;
import dev.agentperf.pool.WarmPool;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a claim and its release cost beside what the engine costs: our pool with resets that take no time, and a bounded
 * queue of the JDK as the simplest pool there is.
 *
 * <p>Regime: 64 containers stand ready; a claim that overtakes its releases waits for one, and that is part of the
 * figure.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar WarmPoolBenchmark -t max -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class WarmPoolBenchmark {
    private static final int STOCK = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WarmPool pool = WarmPool.create(
            PoolConfig.builder()
                    .policy(PoolPolicy.fixed(STOCK))
                    .reuse(Reuse.RESET)
                    .maxContainers(STOCK)
                    .maxUses(Integer.MAX_VALUE)
                    .build(),
            new InstantRuntime(),
            type -> ContainerSpec.of(type, "instant"));
    private final BlockingQueue<Container> queue = new ArrayBlockingQueue<>(STOCK);

    /** Fills the pool and the queue. */
    @Setup
    public void fill() {
        pool.prewarm(List.of(AgentType.REACT)).toCompletableFuture().join();
        for (int i = 0; i < STOCK; i++) {
            queue.add(new Container("queued-" + i, ContainerSpec.of(AgentType.REACT, "instant")));
        }
    }

    /** Closes the pool. */
    @TearDown
    public void close() {
        pool.close();
    }

    /** Claim and release, our pool. */
    @Benchmark
    public Container claimAndRelease() throws InterruptedException {
        try (var lease = pool.acquire(AgentType.REACT, PATIENCE).lease()) {
            return lease.container();
        }
    }

    /** Take and put back, a bounded queue. */
    @Benchmark
    public Container takeAndPutArrayBlockingQueue() throws InterruptedException {
        Container container = queue.take();
        queue.put(container);
        return container;
    }
}
