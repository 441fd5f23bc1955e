package dev.agentperf.simulator.recursion;

import dev.agentperf.pool.policy.IdlePlan;
import java.util.Arrays;

/** Containers that will be ready, by time, and what is to become of each. Not thread-safe. */
final class Arrivals {
    private static final int FEW = 4;

    private final TimeHeap times = new TimeHeap();
    private IdlePlan[] plans = new IdlePlan[FEW];
    private boolean[] isStock = new boolean[FEW];
    private int[] freeSlots = new int[FEW];
    private int free;
    private int slots;
    private int removed;

    Arrivals() {
        grow(FEW);
    }

    private void grow(int length) {
        plans = Arrays.copyOf(plans, length);
        isStock = Arrays.copyOf(isStock, length);
        freeSlots = Arrays.copyOf(freeSlots, length);
        while (slots < length) {
            freeSlots[free++] = slots++;
        }
    }

    /**
     * Adds a container.
     *
     * @param stock whether it belongs to the stock
     * @param plan what follows where it does not
     */
    void add(long atNanos, boolean stock, IdlePlan plan) {
        if (free == 0) {
            grow(slots * 2);
        }
        int slot = freeSlots[--free];
        plans[slot] = plan;
        isStock[slot] = stock;
        times.add(atNanos, slot);
    }

    /** Returns when the next one is ready; {@link Long#MAX_VALUE} where none comes. */
    long nextNanos() {
        return times.head();
    }

    /** Removes the next one, of which the two below then tell; only while there is one. */
    void removeNext() {
        removed = times.removeHead();
        freeSlots[free++] = removed;
    }

    boolean isStock() {
        return isStock[removed];
    }

    IdlePlan plan() {
        return plans[removed];
    }
}
