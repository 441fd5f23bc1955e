package dev.agentperf.simulator.bounds;

import dev.agentperf.simulator.recursion.IdleGaps;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The clairvoyant that has a limited number of places, for containers in use and idle ones of all types together, and
 * wants the fewest cold starts (Belady, 1966).
 *
 * <p>To keep a container through a gap takes a place from its return to the claim that it serves. Of all sets of gaps
 * that leave no moment with more containers than places, the largest is found by asking for each gap, in the order of
 * their ends, whether it still fits: the one that ends first takes least from those to come (Carlisle and Lloyd, 1995).
 * Claims come in that order, so one pass is enough. A place is known by the time since which it has been free; the gap
 * takes the one that has been free for the shortest time that is long enough.
 *
 * <p>Memory grows with the places that are ever taken, not with the trace. Not thread-safe.
 */
final class Belady {
    private final PriorityQueue<Long> inUse = new PriorityQueue<>();
    private final TreeMap<Long, Integer> freeSince = new TreeMap<>();

    /* A trace may have more sessions at once than there are places: those have none, and give none back. */
    private int beyond;

    Belady(int places) {
        freeSince.put(Long.MIN_VALUE, places);
    }

    /**
     * Adds a claim; claims come in order.
     *
     * @param gapNanos for how long the container lay idle that it could have, or {@link IdleGaps#NONE}
     * @param backNanos when its container is ready again
     * @return whether that container could have been kept for it
     */
    boolean claim(long atNanos, long gapNanos, long backNanos) {
        takeBack(atNanos);
        Long since = gapNanos == IdleGaps.NONE ? null : freeSince.floorKey(atNanos - gapNanos);
        if (since != null) {
            take(since);
        } else if (freeSince.isEmpty()) {
            beyond++;
        } else {
            take(freeSince.lastKey());
        }
        inUse.add(backNanos);
        return since != null;
    }

    private void takeBack(long untilNanos) {
        for (Long back = inUse.peek(); back != null && back <= untilNanos; back = inUse.peek()) {
            inUse.remove();
            if (beyond > 0) {
                beyond--;
            } else {
                freeSince.merge(back, 1, Integer::sum);
            }
        }
    }

    private void take(Long since) {
        freeSince.merge(since, -1, (count, less) -> count + less == 0 ? null : count + less);
    }
}
