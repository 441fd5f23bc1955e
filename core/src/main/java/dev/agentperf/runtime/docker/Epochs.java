package dev.agentperf.runtime.docker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The runtimes of this process, by number: what a closed one could not remove is nobody's. Thread-safe. */
final class Epochs {
    private static final AtomicLong LAST = new AtomicLong();
    private static final Set<Long> OPEN = ConcurrentHashMap.newKeySet();

    private Epochs() {}

    /** Begins the epoch of a runtime. */
    static long begin() {
        long epoch = LAST.incrementAndGet();
        OPEN.add(epoch);
        return epoch;
    }

    static boolean isOpen(long epoch) {
        return OPEN.contains(epoch);
    }

    /** Ends the epoch of a runtime that is closed. */
    static void end(long epoch) {
        OPEN.remove(epoch);
    }
}
