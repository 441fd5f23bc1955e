package dev.agentperf.jmh.pool;

import com.zaxxer.hikari.util.ConcurrentBag;
import com.zaxxer.hikari.util.ConcurrentBag.IConcurrentBagEntry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
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
import stormpot.Allocator;
import stormpot.Completion;
import stormpot.Pool;
import stormpot.Poolable;
import stormpot.Slot;
import stormpot.Timeout;

/**
 * Claim and release in pools of plain objects, for {@link WarmPoolBenchmark} to stand beside: Stormpot, commons-pool2,
 * and the bag inside HikariCP. They count nothing, time nothing and reset nothing.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar "WarmPoolBenchmark|PoolPeersBenchmark" -t max -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PoolPeersBenchmark {
    private static final int STOCK = 64;
    private static final Timeout PATIENCE = new Timeout(10, TimeUnit.SECONDS);

    private final Pool<Slotted> stormpot =
            Pool.from(new SlottedAllocator()).setSize(STOCK).build();
    private final GenericObjectPool<Object> commons = new GenericObjectPool<>(new PlainFactory());
    private final ConcurrentBag<Entry> bag = new ConcurrentBag<>(waiting -> {});

    /** Fills the pools. */
    @Setup
    public void fill() throws Exception {
        commons.setMaxTotal(STOCK);
        commons.setMaxIdle(STOCK);
        commons.addObjects(STOCK);
        for (int i = 0; i < STOCK; i++) {
            bag.add(new Entry());
        }
    }

    /** Ends the pools. */
    @TearDown
    public void close() throws InterruptedException {
        Completion completion = stormpot.shutdown();
        completion.await(PATIENCE);
        commons.close();
        bag.close();
    }

    /** Claim and release, Stormpot. */
    @Benchmark
    public Object stormpot() throws InterruptedException {
        Slotted claimed = stormpot.claim(PATIENCE);
        claimed.release();
        return claimed;
    }

    /** Borrow and return, commons-pool2. */
    @Benchmark
    public Object commonsPool2() throws Exception {
        Object borrowed = commons.borrowObject();
        commons.returnObject(borrowed);
        return borrowed;
    }

    /** Borrow and requite, HikariCP's bag. */
    @Benchmark
    public Object hikariBag() throws InterruptedException {
        Entry entry = bag.borrow(10, TimeUnit.SECONDS);
        bag.requite(entry);
        return entry;
    }

    /** A poolable object of Stormpot's. */
    private record Slotted(Slot slot) implements Poolable {
        @Override
        public void release() {
            slot.release(this);
        }
    }

    private static final class SlottedAllocator implements Allocator<Slotted> {
        @Override
        public Slotted allocate(Slot slot) {
            return new Slotted(slot);
        }

        @Override
        public void deallocate(Slotted poolable) {}
    }

    private static final class PlainFactory extends BasePooledObjectFactory<Object> {
        @Override
        public Object create() {
            return new Object();
        }

        @Override
        public PooledObject<Object> wrap(Object object) {
            return new DefaultPooledObject<>(object);
        }
    }

    private static final class Entry implements IConcurrentBagEntry {
        private final AtomicInteger state = new AtomicInteger();

        @Override
        public boolean compareAndSet(int expected, int next) {
            return state.compareAndSet(expected, next);
        }

        @Override
        public void setState(int next) {
            state.set(next);
        }

        @Override
        public int getState() {
            return state.get();
        }
    }
}
