package dev.agentperf.jmh.pool;

import dev.agentperf.time.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a claim costs when thousands of virtual threads want one of 64 objects, and whether it costs more the more of
 * them there are. Needs JDK 21 or later.
 *
 * <p>Regime: 100,000 claims by so many threads, all started at once; each gives way once while it holds the object, so
 * that the others find the pool empty and wait. The figure is the time a claim, all in all, threads included.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar VirtualThreadsBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class VirtualThreadsBenchmark {
    private static final int CLAIMS = 100_000;

    /** How many threads share the claims: as many as there are objects and fewer, and far too many. */
    @Param({"50", "10000"})
    private int threads;

    @SuppressWarnings("NullAway.Init") // JMH sets it up before anything runs.
    private ExecutorService workers;

    /** Checks that the threads are virtual ones. */
    @Setup
    public void start() {
        if (!Workers.areVirtual()) {
            throw new IllegalStateException("virtual threads need JDK 21 or later, this is "
                    + Runtime.version().feature());
        }
        workers = Workers.create("claimer");
    }

    /** Ends the threads' maker. */
    @TearDown
    public void stop() {
        workers.shutdown();
    }

    /** Our pool. */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void claimOurs(PooledState.Ours pool) {
        claimAll(pool.cycle());
    }

    /** Stormpot. */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void claimStormpot(PooledState.Stormpot pool) {
        claimAll(pool.cycle());
    }

    /** The pool of commons-pool2. */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void claimCommonsPool2(PooledState.Commons pool) {
        claimAll(pool.cycle());
    }

    /** HikariCP's bag. */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void claimHikariBag(PooledState.Hikari pool) {
        claimAll(pool.cycle());
    }

    /** A bounded queue. */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void claimArrayBlockingQueue(PooledState.Queue pool) {
        claimAll(pool.cycle());
    }

    private void claimAll(ClaimCycle pool) {
        CompletableFuture<?>[] claimers = new CompletableFuture<?>[threads];
        for (int i = 0; i < threads; i++) {
            claimers[i] = CompletableFuture.runAsync(() -> claimShare(pool), workers);
        }
        CompletableFuture.allOf(claimers).join();
    }

    private void claimShare(ClaimCycle pool) {
        try {
            for (int i = 0; i < CLAIMS / threads; i++) {
                pool.claimAndRelease(Thread::yield);
            }
        } catch (Exception failed) {
            throw new CompletionException(failed);
        }
    }
}
