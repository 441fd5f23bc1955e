package dev.agentperf.simulator.recursion;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.ContainerCosts;
import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.pool.policy.TypePolicy;
import java.util.Arrays;

/**
 * What a policy that only keeps containers, now or later, makes of the claims of one type: the pool's own steps without
 * an event queue, futures or messages.
 *
 * <p>The policy is the shipped one, asked at the same moments as the pool asks it; one that wants a stock does not fit.
 * Counts and idle time are those of a replay through the pool; only where two containers of different terms become
 * ready in the same nanosecond may another one of them be claimed first. Not thread-safe.
 */
public final class KeptContainers implements TypeRun {
    private final TypePolicy policy;
    private final Turnover turnover;
    private final long endNanos;

    private final TimeHeap ends = new TimeHeap();
    private final TimeHeap coming = new TimeHeap();
    private long[] comingKeep = new long[4];
    private int[] freeSlots = {0, 1, 2, 3};
    private int free = 4;

    private long[] readySince = new long[4];
    private long[] expires = new long[4];
    private int ready;

    private long clockNanos;
    private long firstReadyNanos = Long.MAX_VALUE;
    private long warm;
    private long cold;
    private double idleNanos;

    /**
     * How a used container is followed by the next.
     *
     * @param coldStartNanos from order to ready
     * @param reused whether a used container serves again
     * @param resetNanos how long that takes
     */
    public record Turnover(long coldStartNanos, boolean reused, long resetNanos) {}

    /**
     * Creates the containers of one type; none is there.
     *
     * @param policy asked after each claim and use; its stock is not
     * @param type the agent type
     * @param memoryBytes what a container of it holds
     * @param endNanos the trace's end: idle time counts up to then
     */
    public KeptContainers(PoolPolicy policy, AgentType type, long memoryBytes, Turnover turnover, long endNanos) {
        this.turnover = turnover;
        this.endNanos = endNanos;
        this.policy = policy.forType(type, new MeasuredCosts(memoryBytes));
    }

    /**
     * Adds a claim; claims come in order.
     *
     * @param durationNanos how long its session lasts from the moment at which it has its container
     */
    @Override
    public void claim(long atNanos, long durationNanos) {
        advance(atNanos);
        clockNanos = atNanos;
        if (firstReadyNanos == Long.MAX_VALUE) {
            firstReadyNanos = atNanos + turnover.coldStartNanos();
        }
        boolean found = take(atNanos);
        policy.claimed(atNanos, found);
        if (!turnover.reused()) {
            order(policy.replacement(atNanos), atNanos);
        }
        if (found) {
            warm++;
            ends.add(atNanos + durationNanos, 0);
        } else {
            cold++;
            ends.add(atNanos + turnover.coldStartNanos() + durationNanos, 0);
        }
    }

    /** Ends the trace: what is ready then stops to count. To be called once. */
    @Override
    public void finish() {
        advance(endNanos);
        while (ready > 0) {
            ready--;
            idleNanos += Math.max(0, Math.min(expires[ready], endNanos) - readySince[ready]);
        }
    }

    /** Returns how many claims found a ready container. */
    @Override
    public long warm() {
        return warm;
    }

    /** Returns how many found none. */
    @Override
    public long cold() {
        return cold;
    }

    /** Returns for how long containers stood ready and unused, in nanoseconds; complete after {@link #finish}. */
    @Override
    public double idleNanos() {
        return idleNanos;
    }

    private void advance(long untilNanos) {
        while (Math.min(ends.head(), coming.head()) <= untilNanos) {
            if (ends.head() <= coming.head()) {
                long now = ends.head();
                clockNanos = now;
                ends.removeHead();
                released(now);
            } else {
                long now = coming.head();
                int slot = coming.removeHead();
                freeSlots[free++] = slot;
                push(now, comingKeep[slot]);
            }
        }
    }

    private void released(long nowNanos) {
        IdlePlan plan = policy.released(nowNanos);
        if (!turnover.reused()) {
            order(plan, nowNanos);
            return;
        }
        long backNanos = nowNanos + turnover.resetNanos();
        if (!plan.prewarmAfter().isZero()) {
            order(plan, backNanos);
        } else if (!plan.keep().isZero()) {
            await(backNanos, plan.keep().toNanos());
        }
    }

    private void order(IdlePlan plan, long nowNanos) {
        if (!plan.keep().isZero()) {
            long orderedNanos = saturated(nowNanos, plan.prewarmAfter().toNanos());
            await(
                    saturated(orderedNanos, turnover.coldStartNanos()),
                    plan.keep().toNanos());
        }
    }

    private void await(long readyNanos, long keepNanos) {
        if (free == 0) {
            int slots = comingKeep.length;
            comingKeep = Arrays.copyOf(comingKeep, slots * 2);
            freeSlots = new int[slots * 2];
            for (int slot = slots; slot < slots * 2; slot++) {
                freeSlots[free++] = slot;
            }
        }
        int slot = freeSlots[--free];
        comingKeep[slot] = keepNanos;
        coming.add(readyNanos, slot);
    }

    private void push(long nowNanos, long keepNanos) {
        if (ready == readySince.length) {
            readySince = Arrays.copyOf(readySince, ready * 2);
            expires = Arrays.copyOf(expires, ready * 2);
        }
        readySince[ready] = nowNanos;
        expires[ready] = saturated(nowNanos, keepNanos);
        ready++;
    }

    /* Those that expired on top are settled on the way; those below wait for their turn, which changes no sum. */
    private boolean take(long nowNanos) {
        while (ready > 0) {
            ready--;
            if (expires[ready] > nowNanos) {
                idleNanos += nowNanos - readySince[ready];
                return true;
            }
            idleNanos += expires[ready] - readySince[ready];
        }
        return false;
    }

    private static long saturated(long a, long b) {
        long sum = a + b;
        return sum < a ? Long.MAX_VALUE : sum;
    }

    /** Knows the cold start once a first container is ready, as the pool does; every start takes the same time here. */
    private final class MeasuredCosts implements ContainerCosts {
        private final long memoryBytes;

        MeasuredCosts(long memoryBytes) {
            this.memoryBytes = memoryBytes;
        }

        @Override
        public long coldStartNanos() {
            return clockNanos >= firstReadyNanos ? turnover.coldStartNanos() : 0;
        }

        @Override
        public long memoryBytes() {
            return memoryBytes;
        }

        @Override
        public boolean isReused() {
            return turnover.reused();
        }
    }
}
