package dev.agentperf.pool.policy;

import java.util.BitSet;

/**
 * The places of an endless stock: each claim empties the full one with the lowest number.
 *
 * <p>Where containers serve once, a place is full again one cold start, as long as the last took, after its refill had
 * its turn. Where they are reused, it is once its container is back and clean; which has come back is not known, and
 * the one that went first is taken for it. Not thread-safe.
 */
final class EmptyPlaces {
    private final ContainerCosts costs;
    private final RefillTurns turns;
    private final BitSet empty = new BitSet();
    private final LongQueue order = new LongQueue();
    private final LongQueue sinceNanos = new LongQueue();

    EmptyPlaces(ContainerCosts costs) {
        this.costs = costs;
        this.turns = new RefillTurns(costs);
    }

    /** Returns how many are empty now. */
    int count(long nowNanos) {
        if (!costs.isReused()) {
            long fullAgainNanos = nowNanos - costs.lastStartNanos();
            while (!sinceNanos.isEmpty() && sinceNanos.first() <= fullAgainNanos) {
                fillFirst();
            }
        }
        return order.size();
    }

    /** Takes a place for a claim and returns its number, from 0 on; to be called after {@link #count}. */
    int take(long nowNanos) {
        int place = empty.nextClearBit(0);
        empty.set(place);
        order.add(place);
        sinceNanos.add(costs.isReused() ? nowNanos : turns.next(nowNanos));
        return place;
    }

    /** Learns that a container is back from a claim, or that a claim got none. */
    void finished() {
        if (costs.isReused() && !order.isEmpty()) {
            fillFirst();
        }
    }

    private void fillFirst() {
        empty.clear((int) order.first());
        order.removeFirst();
        sinceNanos.removeFirst();
    }
}
