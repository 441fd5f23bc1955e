package dev.agentperf.jmh.pool;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import stormpot.Allocator;
import stormpot.Pool;
import stormpot.Poolable;
import stormpot.Slot;
import stormpot.Timeout;

/** Stormpot: a queue of slots in front of which every thread remembers the slot it had last. */
final class StormpotCycle implements ClaimCycle {
    private static final Timeout PATIENCE = new Timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);

    private final Pool<Slotted> pool =
            Pool.from(new SlottedAllocator()).setSize(STOCK).build();

    @Override
    public Object claimAndRelease(Runnable whileHeld) throws InterruptedException {
        Slotted claimed = requireNonNull(pool.claim(PATIENCE), "claim is late");
        whileHeld.run();
        claimed.release();
        return claimed;
    }

    @Override
    public void close() throws InterruptedException {
        pool.shutdown().await(PATIENCE);
    }

    /** An object of the pool's. */
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
}
