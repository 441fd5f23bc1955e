package dev.agentperf.optimizer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The identifiers that were added last, as many as it keeps: to add one takes a step, to look one up as many as there
 * are. Thread-safe.
 */
final class LastIds {
    private final AtomicReferenceArray<String> ids;
    private final AtomicLong added = new AtomicLong();

    LastIds(int kept) {
        ids = new AtomicReferenceArray<>(kept);
    }

    /** Adds an identifier; the oldest makes room. */
    void add(String id) {
        ids.set((int) (added.getAndIncrement() % ids.length()), id);
    }

    boolean contains(String id) {
        for (int place = 0; place < places(); place++) {
            if (id.equals(ids.get(place))) {
                return true;
            }
        }
        return false;
    }

    /** Removes an identifier, however often it was added; where that was once, one of several callers succeeds. */
    boolean remove(String id) {
        boolean removed = false;
        for (int place = 0; place < places(); place++) {
            String found = ids.get(place);
            removed |= id.equals(found) && ids.compareAndSet(place, found, null);
        }
        return removed;
    }

    private int places() {
        return (int) Math.min(added.get(), ids.length());
    }
}
