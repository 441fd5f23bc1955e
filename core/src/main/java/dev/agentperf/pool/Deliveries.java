package dev.agentperf.pool;

import dev.agentperf.pool.StandBy.Sleeper;
import dev.agentperf.pool.policy.IdlePlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The containers of one type that are on their way to claims: made or woken for one claim, or, where claims take
 * whatever comes first, for whoever waits longest by then.
 *
 * <p>Not thread-safe: it lives in its type's mailbox.
 */
final class Deliveries {
    private final TypePool pool;
    private final PoolContext context;
    private final IdleContainers idle;
    private final Supply supply;
    private final Stock stock;
    private final MeasuredCosts costs;
    private final Desk desk;
    private final Grants grants;
    private final Misses misses;
    private final boolean areShared;
    private int shared;

    Deliveries(
            TypePool pool,
            TypeContext type,
            IdleContainers idle,
            Supply supply,
            Stock stock,
            Grants grants,
            Misses misses) {
        this.pool = pool;
        this.context = type.pool;
        this.idle = idle;
        this.supply = supply;
        this.stock = stock;
        this.costs = type.costs;
        this.desk = type.desk;
        this.grants = grants;
        this.misses = misses;
        this.areShared = misses.returns().areShared();
    }

    /** Returns how many are on their way to nobody in particular. */
    int shared() {
        return shared;
    }

    // ---- made

    /** Orders a container for a claim; its place under the ceiling is reserved. */
    void start(Waiter waiter) {
        if (areShared) {
            grants.enter(waiter);
            startShared();
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

    /** Orders a container for the claim that is next in the waiting room. */
    void startNext(WaitingRoom waiting) {
        Waiter next = areShared ? null : waiting.poll();
        if (areShared) {
            startShared();
        } else if (next != null) {
            start(next);
        }
    }

    /* One that comes too late is worth keeping for as long as it took: the next claim would pay that again. */
    private void startShared() {
        shared++;
        supply.order(
                member -> {
                    shared--;
                    pool.offer(
                            member,
                            IdlePlan.keep(Duration.ofNanos(Math.max(1, costs.coldStartNanos()))),
                            context.coarse.read());
                },
                failure -> {
                    shared--;
                    misses.orderFailed(failure);
                });
    }

    // ---- woken

    /** Has a paused container woken for a claim; returns false where none stands by that the claim may have. */
    boolean wake(Waiter waiter) {
        Sleeper sleeper = takePaused(waiter);
        if (sleeper == null) {
            return false;
        }
        if (areShared) {
            grants.enter(waiter);
            wakeShared(sleeper);
        } else {
            wakeFor(waiter, sleeper);
        }
        return true;
    }

    /** Same as {@link #wake} for the claim that is next in the waiting room. */
    boolean wakeNext(WaitingRoom waiting) {
        Waiter next = waiting.peek();
        Sleeper sleeper = next == null ? null : takePaused(next);
        if (next == null || sleeper == null) {
            return false;
        }
        if (areShared) {
            wakeShared(sleeper);
        } else {
            waiting.poll();
            wakeFor(next, sleeper);
        }
        return true;
    }

    /* Nothing can be woken while the engine is away. */
    private @Nullable Sleeper takePaused(Waiter waiter) {
        Sleeper sleeper = context.health.isDown() ? null : idle.takePaused(waiter.request.tenant());
        if (sleeper != null) {
            stock.claimed(sleeper.member());
        }
        return sleeper;
    }

    private void wakeFor(Waiter waiter, Sleeper sleeper) {
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
                    misses.startElsewhere(waiter);
                });
    }

    /* It may be no use to those who wait by then: what they wait for is looked at again. */
    private void wakeShared(Sleeper sleeper) {
        shared++;
        Member member = sleeper.member();
        idle.wake(
                sleeper,
                () -> {
                    shared--;
                    if (!grants.handOff(member, StartPath.THAWED)) {
                        stock.keepOn(member);
                    }
                    misses.orderAll();
                },
                () -> {
                    shared--;
                    pool.lost(member);
                    misses.orderAll();
                });
    }
}
