package dev.agentperf.pool.policy;

/**
 * What a use is like, in three respects, from coarse to fine: how many other containers are in use, and how many claims
 * came in the last while, a long one and a short one. A kind is a number, so that it can be kept for each container.
 * Not thread-safe.
 *
 * <p>Containers are claimed last in, first out. So the one that comes back when k others are in use is claimed next
 * when k are in use again: gaps of different levels are different in kind, short where there is always work and long
 * where only a burst gets. How many claims came of late tells a burst from its end, and a busy hour from an idle one.
 */
final class UseKind {
    /** How many respects there are. */
    static final int RESPECTS = 3;

    /* In break-even times, which is how far ahead it matters when the next claim comes. */
    private static final double LONG = 2;
    private static final double SHORT = 1.0 / 8;

    private static final int EXACT_LEVELS = 4;
    private static final int BITS = 8;
    private static final int MASK = (1 << BITS) - 1;

    private final RecentClaims overLong = new RecentClaims();
    private final RecentClaims overShort = new RecentClaims();

    /** Learns of a claim; {@code coldNanos} is the price of a cold start, as idle time of a container. */
    void claimed(long nowNanos, double coldNanos) {
        overLong.add(nowNanos, LONG * coldNanos);
        overShort.add(nowNanos, SHORT * coldNanos);
    }

    /** Returns the kind of a use that ends beside {@code inUse} others. */
    int at(long nowNanos, double coldNanos, int inUse) {
        int kind = levelOf(inUse);
        kind = (kind << BITS) | overLong.octave(nowNanos, LONG * coldNanos);
        return (kind << BITS) | overShort.octave(nowNanos, SHORT * coldNanos);
    }

    /** Returns what a kind is in one respect: 0 for how many are in use, 1 and 2 for the long and the short while. */
    static int in(int respect, int kind) {
        return (kind >> ((RESPECTS - 1 - respect) * BITS)) & MASK;
    }

    /* 0, 1, 2, 3, and from there two classes an octave. */
    static int levelOf(int inUse) {
        if (inUse < EXACT_LEVELS) {
            return inUse;
        }
        int octave = 31 - Integer.numberOfLeadingZeros(inUse);
        return 2 * octave + (inUse >> (octave - 1) & 1);
    }
}
