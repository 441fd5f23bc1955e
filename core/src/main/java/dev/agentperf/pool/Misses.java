package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.pool.policy.IdlePlan;
import java.time.Duration;

/**
 * The claims of one type that found no ready container: what each waits for, and who gets what becomes free.
 *
 * <p>Not thread-safe: it lives in its type's mailbox, but for what says otherwise.
 */
final class Misses {
    private final TypePool pool;
    private final PoolContext context;
    private final TypeContext type;
    private final Supply supply;
    private final Stock stock;
    private final MeasuredCosts costs;
    private final Desk desk;
    private final Grants grants;
    private final Deliveries deliveries;

    private final ExpectedReturns returns;
    private final WaitingRoom waiting;
    private boolean awaitsEngine;
    private boolean rests;

    /** Whether the pool's ceiling knows that this type wants a place. */
    boolean awaitsRoom;

    Misses(TypePool pool, TypeContext type, IdleContainers idle, Supply supply, Stock stock) {
        this.pool = pool;
        this.context = type.pool;
        this.type = type;
        this.supply = supply;
        this.stock = stock;
        this.costs = type.costs;
        this.desk = type.desk;
        this.returns = new ExpectedReturns(type, supply.members);
        this.waiting = new WaitingRoom(type.door, context.config::tenantWeight);
        this.grants = new Grants(pool, type, waiting, this::startElsewhere);
        this.deliveries = new Deliveries(pool, type, idle, supply, stock, grants, this);
    }

    /** Knows which of those in use come back soon. */
    ExpectedReturns returns() {
        return returns;
    }

    // ---- what a claim waits for

    /** Returns whether a ready container may be this claim's: not where others of its tenant came before. */
    boolean mayTake(Waiter waiter) {
        return waiting.isEmpty(waiter.request.tenant());
    }

    /**
     * Lets a claim wait for one that is woken, else for one that is expected back, else for one that is made, else
     * until one can be made.
     */
    void startOrWait(Waiter waiter, long nowNanos) {
        if (deliveries.wake(waiter)) {
            return;
        }
        boolean hasSeat = waiting.size() < context.config.maxWaiting();
        // After all who already count on what comes back.
        if (hasSeat && returns.suffice(unordered() + 1, nowNanos)) {
            grants.enter(waiter);
            type.later(Duration.ofNanos(costs.coldStartNanos()), this::orderOne);
            return;
        }
        long delayNanos = context.engineDelayNanos();
        if (delayNanos == 0 && context.capacity.tryReserve()) {
            deliveries.start(waiter);
        } else if (!hasSeat) {
            desk.full(waiter, waiting.size());
        } else {
            grants.enter(waiter);
            if (delayNanos == 0) {
                pool.awaitRoom();
                if (context.capacity.isFull()) {
                    context.evictOldestFor(pool);
                }
            } else {
                awaitEngine(delayNanos);
            }
        }
    }

    private int unordered() {
        return Math.max(0, waiting.size() - deliveries.shared());
    }

    /*
     * While containers are in use one may come back in time, and a new one is tried after a rest: a start that fails at once would
     * be tried again at once, without end. Else the failure is the next waiter's answer.
     */
    /** Learns that one which was made for whoever waits longest did not come. */
    void orderFailed(AgentPerfException failure) {
        if (unordered() == 0) {
            return;
        }
        if (supply.members.isAnyInUse()) {
            rest();
            return;
        }
        Waiter next = waiting.poll();
        if (next != null) {
            desk.failed(next, failure);
        }
    }

    private void rest() {
        if (!rests) {
            rests = true;
            type.later(RefillBreaker.FIRST_PAUSE, () -> {
                rests = false;
                orderAll();
            });
        }
    }

    // ---- when one can be made

    /** A place under the ceiling has become free. */
    void roomFreed() {
        awaitsRoom = false;
        orderAll();
    }

    /** Wakes or orders a container for everyone who waits without one, as far as ceiling and engine allow. */
    void orderAll() {
        while (unordered() > 0 && (deliveries.wakeNext(waiting) || orderOne())) {
            /* One more is on its way. */
        }
    }

    private boolean orderOne() {
        if (unordered() == 0 || rests || context.closed) {
            return false;
        }
        long delayNanos = context.engineDelayNanos();
        if (delayNanos > 0) {
            awaitEngine(delayNanos);
        } else if (context.capacity.tryReserve()) {
            deliveries.startNext(waiting);
            return true;
        } else {
            pool.awaitRoom();
        }
        return false;
    }

    private void awaitEngine(long delayNanos) {
        if (!awaitsEngine) {
            awaitsEngine = true;
            type.later(Duration.ofNanos(delayNanos), () -> {
                awaitsEngine = false;
                orderAll();
            });
        }
    }

    // ---- coming and going

    /** Lets a claim go that waits for nothing any more. */
    void forget(Waiter waiter) {
        waiting.leave(waiter);
    }

    void failAll(AgentPerfException failure) {
        for (Waiter next = waiting.poll(); next != null; next = waiting.poll()) {
            desk.failed(next, failure);
        }
    }

    // ---- who gets what

    /** Gives a clean container to the waiter whose turn it is; returns false where nobody may have it. */
    boolean handOff(Member member, StartPath path) {
        return grants.handOff(member, path);
    }

    /** Gives a claim a ready container. */
    void serve(Waiter waiter, Member member) {
        if (!grants.serve(waiter, member, StartPath.WARM)) {
            pool.offer(member, IdlePlan.NONE, context.coarse.read());
        }
    }

    /** Returns whether others wait for the place of a container that none of them may have. */
    boolean wantRoomOf(Member member) {
        return awaitsRoom && member.tenant != null && !waiting.isEmpty() && context.capacity.isFull();
    }

    /** Begins again with a claim whose container was lost. */
    void startElsewhere(Waiter waiter) {
        if (context.closed) {
            desk.failed(waiter, new AgentPerfException("pool is closed"));
        } else if (!waiter.isSettled()) {
            long now = context.coarse.read();
            Member ready = pool.claims.takeFor(waiter, now);
            if (ready == null) {
                startOrWait(waiter, now);
            } else {
                serve(waiter, ready);
            }
            stock.refill(now);
        }
    }
}
