package dev.agentperf.jmh.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.Lease;
import dev.agentperf.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Where the time of a claim and its release goes: each method leaves one part out, or is one part alone.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar ClaimPartsBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ClaimPartsBenchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ticker ticker = Ticker.system();
    private final LongAdder[] counters = {new LongAdder(), new LongAdder(), new LongAdder()};

    /** A pool whose clock stands still. */
    @State(Scope.Benchmark)
    public static class Timeless {
        private final OurCycle cycle = new OurCycle(() -> 0);

        /** Ends the pool. */
        @TearDown
        public void close() {
            cycle.close();
        }
    }

    /** A pool as it is used. */
    @State(Scope.Benchmark)
    public static class Timed {
        private final OurCycle cycle = new OurCycle(Ticker.system());

        /** Ends the pool. */
        @TearDown
        public void close() {
            cycle.close();
        }
    }

    /** All of it. */
    @Benchmark
    public Object whole(Timed pool) throws InterruptedException {
        return pool.cycle.claimAndRelease(ClaimCycle.AT_ONCE);
    }

    /** All but the readings of the clock. */
    @Benchmark
    public Object withoutClock(Timeless pool) throws InterruptedException {
        return pool.cycle.claimAndRelease(ClaimCycle.AT_ONCE);
    }

    /** By the claim that never waits, whose answer is an {@code Optional}. */
    @Benchmark
    public Optional<Lease> byTryAcquire(Timed pool) {
        Optional<Lease> lease = pool.cycle.pool().tryAcquire(AgentType.REACT);
        lease.ifPresent(Lease::release);
        return lease;
    }

    /** By the claim that answers later, here at once. */
    @Benchmark
    public Object byAcquireAsync(Timed pool) {
        Lease lease = pool.cycle
                .pool()
                .acquireAsync(AgentType.REACT, PATIENCE)
                .toCompletableFuture()
                .join()
                .lease();
        lease.release();
        return lease;
    }

    /** Two readings of the clock alone: the claim's and the release's. */
    @Benchmark
    public long clockTwice() {
        return ticker.read() + ticker.read();
    }

    /** Three counters alone: claimed, its wait of nothing, released. */
    @Benchmark
    public void countersThrice() {
        for (LongAdder counter : counters) {
            counter.increment();
        }
    }
}
