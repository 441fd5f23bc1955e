package dev.agentperf.simulator.recursion;

import dev.agentperf.pool.policy.IdlePlan;
import java.util.Arrays;

/**
 * What will happen to the containers of one type, by time, and of what happens at one time what was planned first: the
 * order of the engine. Not thread-safe.
 */
final class Agenda {
    private static final int FEW = 4;

    /** What happens. */
    enum Kind {
        /** A claim that found none has its container; {@link #durationNanos} tells for how long. */
        STARTED,
        /** A session is over. */
        ENDED,
        /** A used container is clean. */
        CLEAN,
        /** A container that was ordered ahead is ready. */
        ARRIVED,
        /** A container of the reserve is ready. */
        RESERVED,
        /** The time to order one that is to be kept as {@link #plan} says. */
        DUE
    }

    private final TimeHeap times = new TimeHeap();
    private Kind[] kinds = new Kind[FEW];
    private boolean[] inStock = new boolean[FEW];
    private IdlePlan[] plans = new IdlePlan[FEW];
    private long[] durations = new long[FEW];
    private int[] freeSlots = new int[FEW];
    private int free;
    private int slots;
    private int current;

    Agenda() {
        grow(FEW);
    }

    private void grow(int length) {
        kinds = Arrays.copyOf(kinds, length);
        inStock = Arrays.copyOf(inStock, length);
        plans = Arrays.copyOf(plans, length);
        durations = Arrays.copyOf(durations, length);
        freeSlots = Arrays.copyOf(freeSlots, length);
        while (slots < length) {
            freeSlots[free++] = slots++;
        }
    }

    void started(long atNanos, long durationNanos) {
        int slot = add(atNanos, Kind.STARTED, false, IdlePlan.NONE);
        durations[slot] = durationNanos;
    }

    void ended(long atNanos, boolean stock) {
        add(atNanos, Kind.ENDED, stock, IdlePlan.NONE);
    }

    void clean(long atNanos, boolean stock, IdlePlan plan) {
        add(atNanos, Kind.CLEAN, stock, plan);
    }

    void arrived(long atNanos, boolean stock, IdlePlan plan) {
        add(atNanos, Kind.ARRIVED, stock, plan);
    }

    void reserved(long atNanos) {
        add(atNanos, Kind.RESERVED, false, IdlePlan.NONE);
    }

    void due(long atNanos, IdlePlan plan) {
        add(atNanos, Kind.DUE, false, plan);
    }

    private int add(long atNanos, Kind kind, boolean stock, IdlePlan plan) {
        if (free == 0) {
            grow(slots * 2);
        }
        int slot = freeSlots[--free];
        kinds[slot] = kind;
        inStock[slot] = stock;
        plans[slot] = plan;
        times.add(atNanos, slot);
        return slot;
    }

    /** Returns when the next event is; {@link Long#MAX_VALUE} where there is none. */
    long nextNanos() {
        return times.head();
    }

    /** Removes the next event, of which the three below then tell; only while there is one. */
    Kind removeNext() {
        current = times.removeHead();
        freeSlots[free++] = current;
        return kinds[current];
    }

    /** Returns whether the container belongs to the stock. */
    boolean isStock() {
        return inStock[current];
    }

    IdlePlan plan() {
        return plans[current];
    }

    long durationNanos() {
        return durations[current];
    }
}
