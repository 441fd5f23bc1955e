package dev.agentperf.jmh.pool;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.util.ConcurrentBag;
import com.zaxxer.hikari.util.ConcurrentBag.IConcurrentBagEntry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bag inside HikariCP: a shared list that is scanned, and a list a thread of what it had before. Counts nothing.
 */
final class HikariCycle implements ClaimCycle {
    private final ConcurrentBag<Entry> bag = new ConcurrentBag<>(waiting -> {});

    /** Creates a full bag. */
    HikariCycle() {
        for (int i = 0; i < STOCK; i++) {
            bag.add(new Entry());
        }
    }

    @Override
    public Object claimAndRelease(Runnable whileHeld) throws InterruptedException {
        Entry entry = requireNonNull(bag.borrow(PATIENCE_SECONDS, TimeUnit.SECONDS), "claim is late");
        whileHeld.run();
        bag.requite(entry);
        return entry;
    }

    @Override
    public void close() {
        bag.close();
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
