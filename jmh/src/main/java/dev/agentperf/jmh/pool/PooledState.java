package dev.agentperf.jmh.pool;

import dev.agentperf.time.Ticker;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One pool for a benchmark's threads to share. Each is a state of its own, so that the virtual machine that measures
 * one pool holds no other: no stranger's threads, one implementation at each call.
 */
public abstract class PooledState {
    private final ClaimCycle cycle;

    PooledState(ClaimCycle cycle) {
        this.cycle = cycle;
    }

    ClaimCycle cycle() {
        return cycle;
    }

    /** Ends the pool. */
    @TearDown
    public void close() throws Exception {
        cycle.close();
    }

    /** Ours. */
    @State(Scope.Benchmark)
    public static class Ours extends PooledState {
        /** Creates a full pool. */
        public Ours() {
            super(new OurCycle(Ticker.system()));
        }
    }

    /** Stormpot's. */
    @State(Scope.Benchmark)
    public static class Stormpot extends PooledState {
        /** Creates a pool that fills itself. */
        public Stormpot() {
            super(new StormpotCycle());
        }
    }

    /** Of commons-pool2. */
    @State(Scope.Benchmark)
    public static class Commons extends PooledState {
        /** Creates a full pool. */
        public Commons() {
            super(new CommonsCycle());
        }
    }

    /** HikariCP's bag. */
    @State(Scope.Benchmark)
    public static class Hikari extends PooledState {
        /** Creates a full bag. */
        public Hikari() {
            super(new HikariCycle());
        }
    }

    /** A bounded queue. */
    @State(Scope.Benchmark)
    public static class Queue extends PooledState {
        /** Creates a full queue. */
        public Queue() {
            super(new QueueCycle());
        }
    }
}
