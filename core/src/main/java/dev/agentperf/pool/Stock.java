package dev.agentperf.pool;

import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.TypePolicy;
import java.time.Duration;

/**
 * The ready containers of one type that nobody has asked for yet: how many the policy wants, which of them are made
 * ahead, and which are given up.
 *
 * <p>Not thread-safe: it lives in its type's mailbox, but for what says otherwise.
 */
final class Stock {
    private static final int PREDICT_EVERY = 64;

    private final TypePool pool;
    private final PoolContext context;
    private final TypeContext type;
    private final Door door;
    private final IdleContainers idle;
    private final Supply supply;
    private final TypePolicy policy;
    private final Refill refill;
    private final StockHold hold = new StockHold();
    private final Counters counters;

    private boolean isKnown;

    /* Asked for when the stock changes, for that changes it most, else every so often; read by whoever wants to know. */
    private int predictedStock = -1;
    private int looks;
    private volatile double predictedWarmRate = Double.NaN;

    Stock(TypePool pool, TypeContext type, IdleContainers idle, Supply supply) {
        this.pool = pool;
        this.counters = type.counters;
        this.context = type.pool;
        this.type = type;
        this.door = type.door;
        this.idle = idle;
        this.supply = supply;
        this.policy = type.policy;
        this.refill = new Refill(type, this::orderAhead, pool::awaitRoom);
    }

    /** Returns what share of claims the policy expects to be warm; not a number where it does not tell. Any thread. */
    double predictedWarmRate() {
        return predictedWarmRate;
    }

    private int wanted(long nowNanos) {
        return hold.bound(policy.stock(nowNanos), nowNanos);
    }

    // ---- what belongs to the stock

    /** A single-use container leaves the stock when it is claimed, a reused one when it is given up. */
    void claimed(Member member) {
        if (member.isAhead) {
            member.isAhead = false;
            counters.aheadUsed.increment();
        }
        if (context.config.reuse() == Reuse.SINGLE_USE) {
            drop(member);
        }
    }

    void drop(Member member) {
        if (member.inStock) {
            member.inStock = false;
            refill.stockLost();
        }
    }

    /** One that comes back leaves the stock where there are more than enough. */
    void dropSurplus(Member member, long nowNanos) {
        if (member.inStock && refill.exceeds(wanted(nowNanos))) {
            drop(member);
        }
    }

    /** One was given up because memory is short: the stock stays without it for a while. */
    void trimmed(Member member) {
        if (member.inStock) {
            drop(member);
            hold.hold(refill.stock(), context.ticker.read());
            context.scheduler.schedule(StockHold.TIME, pool::review);
        }
    }

    /** Makes a clean container ready: as one of the stock where that lacks one, else for a while. */
    void shelve(Member member, IdlePlan plan, long nowNanos) {
        if (!member.inStock && !refill.meets(wanted(nowNanos))) {
            member.inStock = true;
            refill.stockGained();
        }
        if (member.inStock) {
            idle.put(member, nowNanos);
        } else if (plan.prewarmAfter().isZero() && !plan.keep().isZero()) {
            idle.put(member, nowNanos, plan.keep());
        } else {
            keepLater(plan);
            pool.retire(member, EndReason.USED);
        }
    }

    // ---- what is made ahead, and what is given up

    /** Makes what is missing and gives up what is too much. */
    void refill(long nowNanos) {
        if (context.closed) {
            return;
        }
        int stock = wanted(nowNanos);
        predict(stock);
        // Before surplus ones are sought among the idle: see Door.
        door.exceeded(refill.exceeds(stock));
        while (refill.exceeds(stock)) {
            Member surplus = idle.withdrawFromStock();
            if (surplus == null) {
                break;
            }
            pool.retire(surplus, EndReason.SURPLUS);
        }
        door.exceeded(refill.exceeds(stock));
        refill.fill(stock);
    }

    private void predict(int stock) {
        looks++;
        boolean isNew = looks < PREDICT_EVERY && Integer.bitCount(looks) == 1;
        if (stock != predictedStock || isNew || looks % PREDICT_EVERY == 0) {
            predictedStock = stock;
            predictedWarmRate = policy.predictedWarmRate().orElse(Double.NaN);
        }
    }

    /** Learns that the type is to be made ready. One with claims already has its reserve by them. */
    void announced() {
        if (!isKnown) {
            reserve();
        }
    }

    /** Asks for a container of the reserve, where the policy wants one. */
    void reserve() {
        isKnown = true;
        if (policy.needsReserve() && !context.closed) {
            refill.reserve();
        }
    }

    /** Orders, now or when the plan says so, a container that takes the place of one that does not serve again. */
    void keepLater(IdlePlan plan) {
        if (plan.keep().isZero() || context.closed) {
            return;
        }
        if (plan.prewarmAfter().isZero()) {
            refill.keep(plan.keep());
        } else {
            type.later(plan.prewarmAfter(), () -> {
                refill.keep(plan.keep());
                refill(context.coarse.read());
            });
        }
    }

    /** Orders a container that no claim has asked for yet, but is expected to. */
    void orderFor(Expected claim) {
        refill.keepAhead(claim);
        refill(context.coarse.read());
    }

    /** Returns how many containers for expected claims are ordered and not there yet. */
    int startingAhead() {
        return refill.ahead();
    }

    private void orderAhead(Refill.Order order) {
        supply.order(
                member -> {
                    refill.arrived(order);
                    if (order.ahead() != null) {
                        member.isAhead = true;
                        counters.ahead.increment();
                    }
                    long now = context.coarse.read();
                    member.inStock = order.isStock();
                    pool.offer(member, IdlePlan.keep(order.keepFrom(now)), now);
                },
                failure -> {
                    refill.failed(order, failure);
                    refill(context.coarse.read());
                });
    }

    /** Lets a container that was woken, and that nobody wants any more, be ready for the rest of its time. */
    void keepOn(Member member) {
        long now = context.coarse.read();
        pool.offer(member, IdlePlan.keep(Duration.ofNanos(Math.max(0, member.keptUntilNanos - now))), now);
    }

    // ---- life cycle

    /** Runs {@code action} once nothing ordered ahead is in work any more. */
    void whenSettled(Runnable action) {
        refill(context.coarse.read());
        refill.whenSettled(action);
    }

    /** Goes on at once: the engine, which was away, is back. */
    void resumeNow() {
        refill.resumeNow();
    }

    void stop() {
        refill.stop();
    }
}
