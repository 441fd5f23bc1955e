package dev.agentperf.jmh.pool;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim and release: our pool with resets that take no time, Stormpot, commons-pool2, the bag inside HikariCP, and a
 * bounded queue of the JDK as the simplest pool there is.
 *
 * <p>All do the same work: 64 objects that cost nothing, a claim that may wait, the release of what was claimed;
 * nothing is validated on the way. They differ in what they keep: ours and commons-pool2 count claims and time
 * idleness, the others do not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public abstract class PoolPeers {
    PoolPeers() {}

    /** Claim and release, our pool. */
    @Benchmark
    public Object claimOurs(PooledState.Ours pool) throws Exception {
        return pool.cycle().claimAndRelease(ClaimCycle.AT_ONCE);
    }

    /** Claim and release, Stormpot. */
    @Benchmark
    public Object claimStormpot(PooledState.Stormpot pool) throws Exception {
        return pool.cycle().claimAndRelease(ClaimCycle.AT_ONCE);
    }

    /** Borrow and return, commons-pool2. */
    @Benchmark
    public Object claimCommonsPool2(PooledState.Commons pool) throws Exception {
        return pool.cycle().claimAndRelease(ClaimCycle.AT_ONCE);
    }

    /** Borrow and requite, HikariCP's bag. */
    @Benchmark
    public Object claimHikariBag(PooledState.Hikari pool) throws Exception {
        return pool.cycle().claimAndRelease(ClaimCycle.AT_ONCE);
    }

    /** Poll and put, a bounded queue. */
    @Benchmark
    public Object claimArrayBlockingQueue(PooledState.Queue pool) throws Exception {
        return pool.cycle().claimAndRelease(ClaimCycle.AT_ONCE);
    }
}
