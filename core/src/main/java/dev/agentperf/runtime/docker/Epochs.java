package dev.agentperf.runtime.docker;

import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runtimes of this process, each by a number of its own: what a closed one could not remove is nobody's.
 * Thread-safe.
 */
final class Epochs {
    /* Drawn and not counted, and known when closed and not when open: this class may be loaded twice in one process, and
     * the containers of the other's runtimes are none of ours to judge. */
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Long> CLOSED = ConcurrentHashMap.newKeySet();

    private Epochs() {}

    /** Begins the epoch of a runtime. */
    static long begin() {
        return RANDOM.nextLong(Long.MAX_VALUE);
    }

    /** Returns whether it is known that a runtime was closed. */
    static boolean isClosed(long epoch) {
        return CLOSED.contains(epoch);
    }

    /** Ends the epoch of a runtime that is closed. */
    static void end(long epoch) {
        CLOSED.add(epoch);
    }
}
