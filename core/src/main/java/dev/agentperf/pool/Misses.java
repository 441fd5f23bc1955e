package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.pool.StandBy.Sleeper;
import dev.agentperf.pool.policy.IdlePlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one type that found no ready container: what each waits for, and who gets what becomes free.
 *
 * <p>Not thread-safe: it lives in its type's mailbox, but for what says otherwise.
 */
final class Misses {
    private final TypePool pool;
    private final PoolContext context;
    private final Mailbox mailbox;
    private final IdleContainers idle;
    private final Supply supply;
    private final Stock stock;
    private final MeasuredCosts costs;
    private final Desk desk;
    private final Grants grants;

    private final ExpectedReturns returns;
    private final WaitingRoom waiting;
    private int sharedOrders;
    private boolean awaitsEngine;
    private boolean rests;

    /** Whether the pool's ceiling knows that this type wants a place. */
    boolean awaitsRoom;

    Misses(
            TypePool pool,
            PoolContext context,
            Mailbox mailbox,
            IdleContainers idle,
            Supply supply,
            Stock stock,
            MeasuredCosts costs,
            Desk desk) {
        this.pool = pool;
        this.context = context;
        this.mailbox = mailbox;
        this.idle = idle;
        this.supply = supply;
        this.stock = stock;
        this.costs = costs;
        this.desk = desk;
        this.returns = new ExpectedReturns(context.config, supply, costs);
        this.waiting = new WaitingRoom(context.config::tenantWeight);
        this.grants = new Grants(pool, context, mailbox, waiting, desk, this::startElsewhere);
    }

    // ---- from any thread

    /** A claim found none: from now on nobody overtakes it. */
    void knock() {
        waiting.knock();
    }

    /** Returns whether a container that becomes ready may be somebody's. */
    boolean areWaiting() {
        return waiting.present() != 0;
    }

    int waiting() {
        return waiting.present();
    }

    /** Knows which of those in use come back soon. */
    ExpectedReturns returns() {
        return returns;
    }

    // ---- what a claim waits for

    /** A claim that knocked waits here now, or has no need to. */
    void opened() {
        waiting.opened();
    }

    /** Returns whether a ready container may be this claim's: not where others of its tenant came before. */
    boolean mayTake(Waiter waiter) {
        return waiting.isEmpty(waiter.request.tenant());
    }

    /**
     * Lets a claim wait for one that is woken, else for one that is expected back, else for one that is made, else
     * until one can be made.
     */
    void startOrWait(Waiter waiter, long nowNanos) {
        Sleeper sleeper = takePaused(waiter);
        if (sleeper != null) {
            wakeFor(waiter, sleeper);
            return;
        }
        boolean hasSeat = waiting.size() < context.config.maxWaiting();
        // After all who already count on what comes back.
        if (hasSeat && returns.suffice(unordered() + 1, nowNanos)) {
            enter(waiter);
            later(Duration.ofNanos(costs.coldStartNanos()), this::orderOne);
            return;
        }
        long delayNanos = context.engineDelayNanos();
        if (delayNanos == 0 && context.capacity.tryReserve()) {
            orderFor(waiter);
        } else if (!hasSeat) {
            desk.full(waiter, waiting.size());
        } else {
            enter(waiter);
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
        return Math.max(0, waiting.size() - sharedOrders);
    }

    private void orderFor(Waiter waiter) {
        if (returns.areShared()) {
            enter(waiter);
            orderShared();
        } else {
            grants.arm(waiter);
            supply.order(
                    member -> {
                        if (!grants.serve(waiter, member, StartPath.COLD)) {
                            pool.offer(member, IdlePlan.NONE, context.coarse.read());
                        }
                    },
                    failure -> desk.failed(waiter, failure));
        }
    }

    /* One that comes too late is worth keeping for as long as it took: the next claim would pay that again. */
    private void orderShared() {
        sharedOrders++;
        supply.order(
                member -> {
                    sharedOrders--;
                    pool.offer(
                            member,
                            IdlePlan.keep(Duration.ofNanos(Math.max(1, costs.coldStartNanos()))),
                            context.coarse.read());
                },
                failure -> {
                    sharedOrders--;
                    orderFailed(failure);
                });
    }

    /*
     * While containers are in use one may come back in time, and a new one is tried after a rest: a start that fails at once would
     * be tried again at once, without end. Else the failure is the next waiter's answer.
     */
    private void orderFailed(AgentPerfException failure) {
        if (unordered() == 0) {
            return;
        }
        if (supply.isAnyInUse()) {
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
            later(RefillBreaker.FIRST_PAUSE, () -> {
                rests = false;
                orderAll();
            });
        }
    }

    // ---- waking one that stands by

    /* Nothing can be woken while the engine is away. */
    private @Nullable Sleeper takePaused(Waiter waiter) {
        Sleeper sleeper = context.health.isDown() ? null : idle.takePaused(waiter.request.tenant());
        if (sleeper != null) {
            stock.claimed(sleeper.member());
        }
        return sleeper;
    }

    private void wakeFor(Waiter waiter, Sleeper sleeper) {
        if (returns.areShared()) {
            enter(waiter);
            wakeShared(sleeper);
        } else {
            grants.arm(waiter);
            Member member = sleeper.member();
            idle.wake(
                    sleeper,
                    () -> {
                        if (!grants.serve(waiter, member, StartPath.THAWED)) {
                            stock.keepOn(member);
                        }
                    },
                    () -> {
                        pool.lost(member);
                        startElsewhere(waiter);
                    });
        }
    }

    /* It may be no use to those who wait by then: what they wait for is looked at again. */
    private void wakeShared(Sleeper sleeper) {
        sharedOrders++;
        Member member = sleeper.member();
        idle.wake(
                sleeper,
                () -> {
                    sharedOrders--;
                    if (!grants.handOff(member, StartPath.THAWED)) {
                        stock.keepOn(member);
                    }
                    orderAll();
                },
                () -> {
                    sharedOrders--;
                    pool.lost(member);
                    orderAll();
                });
    }

    private boolean wakeNext() {
        Waiter next = waiting.peek();
        Sleeper sleeper = next == null ? null : takePaused(next);
        if (next == null || sleeper == null) {
            return false;
        }
        if (returns.areShared()) {
            wakeShared(sleeper);
        } else {
            waiting.poll();
            wakeFor(next, sleeper);
        }
        return true;
    }

    // ---- when one can be made

    /** A place under the ceiling has become free. */
    void roomFreed() {
        awaitsRoom = false;
        orderAll();
    }

    /** Wakes or orders a container for everyone who waits without one, as far as ceiling and engine allow. */
    void orderAll() {
        while (unordered() > 0 && (wakeNext() || orderOne())) {
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
            orderNext();
            return true;
        } else {
            pool.awaitRoom();
        }
        return false;
    }

    private void orderNext() {
        if (returns.areShared()) {
            orderShared();
            return;
        }
        Waiter next = waiting.poll();
        if (next != null) {
            orderFor(next);
        }
    }

    private void awaitEngine(long delayNanos) {
        if (!awaitsEngine) {
            awaitsEngine = true;
            later(Duration.ofNanos(delayNanos), () -> {
                awaitsEngine = false;
                orderAll();
            });
        }
    }

    private void later(Duration delay, Runnable action) {
        context.scheduler.schedule(delay, () -> mailbox.run(action));
    }

    // ---- coming and going

    private void enter(Waiter waiter) {
        grants.arm(waiter);
        waiting.add(waiter);
    }

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

    private void startElsewhere(Waiter waiter) {
        if (context.closed) {
            desk.failed(waiter, new AgentPerfException("pool is closed"));
        } else if (!waiter.isSettled()) {
            long now = context.coarse.read();
            startOrWait(waiter, now);
            stock.refill(now);
        }
    }
}
