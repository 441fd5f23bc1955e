package dev.agentperf.simulator.recursion;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.pool.policy.TypePolicy;
import java.time.Duration;

/**
 * What a policy makes of the claims of one type: the pool's own steps, in its order, without an engine's clock, futures
 * or messages.
 *
 * <p>The policy is the shipped one, asked at the same moments as the pool asks it, under no ceiling. Counts and idle
 * time are those of a replay through the pool. Not thread-safe.
 */
final class PooledContainers implements TypeRun {
    /** The stock is ordered this much before it has to be ready, beside its cold start. */
    private static final long MARGIN_NANOS = 1_000_000_000;

    private final TypePolicy policy;
    private final Turnover turnover;
    private final long endNanos;
    private final boolean tellsOfWarmClaims;

    private final ModelledCosts costs;
    private final Agenda agenda = new Agenda();
    private final ReadyShelf ready;
    private int stock;
    private Duration toKeep = Duration.ZERO;
    private long warm;
    private long cold;

    /**
     * Creates the containers of one type; what the policy wants at once stands ready when the trace starts.
     *
     * @param memoryBytes what a container holds
     * @param startNanos the trace's start: idle time counts from then
     * @param endNanos its end: up to then
     */
    PooledContainers(
            PoolPolicy policy, AgentType type, long memoryBytes, Turnover turnover, long startNanos, long endNanos) {
        this.turnover = turnover;
        this.endNanos = endNanos;
        this.ready = new ReadyShelf(startNanos, endNanos);
        this.costs = new ModelledCosts(turnover, memoryBytes);
        this.policy = policy.forType(type, costs);
        this.tellsOfWarmClaims = !turnover.reused() || this.policy.learnsFromClaims();
        long beforeNanos = startNanos - turnover.coldStartNanos() - MARGIN_NANOS;
        reserve(beforeNanos);
        refill(beforeNanos);
    }

    @Override
    public void claim(long atNanos, long durationNanos) {
        advance(atNanos);
        if (ready.take(atNanos)) {
            warm++;
            found(ready.tookFromStock(), atNanos, durationNanos);
        } else {
            cold++;
            policy.claimed(atNanos, false);
            agenda.started(atNanos + turnover.coldStartNanos(), durationNanos);
            reserve(atNanos);
            replace(atNanos);
            refill(atNanos);
        }
    }

    /* A single-use container leaves the stock when it is claimed, a reused one when it is given up. */
    private void found(boolean fromStock, long nowNanos, long durationNanos) {
        agenda.ended(nowNanos + durationNanos, fromStock && turnover.reused());
        if (tellsOfWarmClaims) {
            policy.claimed(nowNanos, true);
            if (fromStock && !turnover.reused()) {
                stock--;
            }
            reserve(nowNanos);
            replace(nowNanos);
            refill(nowNanos);
        }
    }

    private void reserve(long nowNanos) {
        if (policy.needsReserve()) {
            agenda.reserved(nowNanos + turnover.coldStartNanos());
        }
    }

    private void replace(long nowNanos) {
        if (!turnover.reused()) {
            keepLater(policy.replacement(nowNanos), nowNanos);
        }
    }

    private void advance(long untilNanos) {
        for (long now = agenda.nextNanos(); now <= untilNanos; now = agenda.nextNanos()) {
            switch (agenda.removeNext()) {
                case STARTED -> {
                    costs.started();
                    agenda.ended(now + agenda.durationNanos(), false);
                }
                case ENDED -> ended(agenda.isStock(), now);
                case CLEAN -> {
                    policy.finished(now);
                    offer(agenda.isStock(), agenda.plan(), true, now);
                }
                case ARRIVED -> {
                    costs.started();
                    offer(agenda.isStock(), agenda.plan(), false, now);
                }
                case RESERVED -> {
                    costs.started();
                    offer(false, IdlePlan.keep(policy.reserveTime()), false, now);
                }
                case DUE -> {
                    toKeep = agenda.plan().keep();
                    refill(now);
                }
            }
        }
    }

    private void ended(boolean inStock, long nowNanos) {
        IdlePlan plan = policy.released(nowNanos);
        boolean staysInStock = inStock;
        if (inStock && stock > policy.stock(nowNanos)) {
            stock--;
            staysInStock = false;
        }
        if (turnover.reused()) {
            agenda.clean(nowNanos + turnover.resetNanos(), staysInStock, plan);
        } else {
            keepLater(plan, nowNanos);
            refill(nowNanos);
        }
    }

    private void offer(boolean isStock, IdlePlan plan, boolean used, long nowNanos) {
        boolean inStock = isStock;
        if (!inStock && stock < policy.stock(nowNanos)) {
            stock++;
            inStock = true;
        }
        if (inStock) {
            ready.put(nowNanos, ReadyShelf.IN_STOCK, used);
        } else if (plan.prewarmAfter().isZero() && !plan.keep().isZero()) {
            ready.put(nowNanos, plan.keep().toNanos(), used);
        } else {
            keepLater(plan, nowNanos);
        }
        refill(nowNanos);
    }

    /* What is to be ordered at once waits for the refill that follows, which sees to the stock first. */
    private void keepLater(IdlePlan plan, long nowNanos) {
        if (plan.keep().isZero()) {
            return;
        }
        if (plan.prewarmAfter().isZero()) {
            toKeep = plan.keep();
        } else {
            agenda.due(ReadyShelf.saturatedAdd(nowNanos, plan.prewarmAfter().toNanos()), plan);
        }
    }

    private void refill(long nowNanos) {
        int wanted = policy.stock(nowNanos);
        while (stock > wanted && ready.withdrawFromStock(nowNanos)) {
            stock--;
        }
        while (stock < wanted) {
            stock++;
            agenda.arrived(nowNanos + turnover.coldStartNanos(), true, IdlePlan.NONE);
        }
        if (!toKeep.isZero()) {
            agenda.arrived(nowNanos + turnover.coldStartNanos(), false, IdlePlan.keep(toKeep));
            toKeep = Duration.ZERO;
        }
    }

    @Override
    public Outcome finish() {
        advance(endNanos);
        ready.close();
        return new Outcome(warm, cold, ready.idleNanos());
    }
}
