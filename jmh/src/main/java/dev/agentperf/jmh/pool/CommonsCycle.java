package dev.agentperf.jmh.pool;

import java.time.Duration;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** The generic object pool of commons-pool2: a blocking deque under one lock, with statistics. */
final class CommonsCycle implements ClaimCycle {
    private final GenericObjectPool<Object> pool = new GenericObjectPool<>(new PlainFactory());

    /** Creates a full pool. */
    CommonsCycle() {
        pool.setMaxTotal(STOCK);
        pool.setMaxIdle(STOCK);
        pool.setMaxWait(Duration.ofSeconds(PATIENCE_SECONDS));
        try {
            pool.addObjects(STOCK);
        } catch (Exception impossible) {
            throw new AssertionError("objects are made without fail", impossible);
        }
    }

    @Override
    public Object claimAndRelease(Runnable whileHeld) throws Exception {
        Object borrowed = pool.borrowObject();
        whileHeld.run();
        pool.returnObject(borrowed);
        return borrowed;
    }

    @Override
    public void close() {
        pool.close();
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
}
