package dev.agentperf.simulator.recursion;

import java.util.Arrays;

/**
 * For how long a container of one type lay idle before each claim, if every container were kept for ever and the one
 * that came back last were claimed first.
 *
 * <p>The order matters: these gaps nest, and a container kept for a time T serves exactly the claims whose gap is
 * shorter, whatever T is. Two claims at once have two gaps, or none: k sessions side by side need k containers.
 *
 * <p>Sessions last as long as the trace says, also those that would have begun late. Not thread-safe.
 */
public final class IdleGaps {
    /** No container has come back: the claim is the first of its kind, or all are in use. */
    public static final long NONE = -1;

    private final TimeHeap inUse = new TimeHeap();
    private long[] idleSince = new long[4];
    private int idle;

    /**
     * Adds a claim; claims come in order.
     *
     * @param atNanos when it comes
     * @param backNanos when its container is ready again; not before {@code atNanos}
     * @return for how long the container that serves it has been ready, in nanoseconds, or {@link #NONE}
     */
    public long claim(long atNanos, long backNanos) {
        takeBack(atNanos);
        long gap = idle == 0 ? NONE : atNanos - idleSince[--idle];
        inUse.add(backNanos, 0);
        return gap;
    }

    /**
     * Ends the trace: returns since when each container that no claim found any more has been ready.
     *
     * @param endNanos the trace's end; containers that come back later are left out
     */
    public long[] leftOver(long endNanos) {
        takeBack(endNanos);
        return Arrays.copyOf(idleSince, idle);
    }

    private void takeBack(long untilNanos) {
        while (inUse.head() <= untilNanos) {
            if (idle == idleSince.length) {
                idleSince = Arrays.copyOf(idleSince, idle * 2);
            }
            idleSince[idle++] = inUse.head();
            inUse.removeHead();
        }
    }
}
