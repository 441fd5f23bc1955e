package dev.agentperf.simulator.recursion;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.ContainerCosts;
import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.PoolPolicy;
import dev.agentperf.pool.policy.TypePolicy;
import dev.agentperf.simulator.recursion.KeptContainers.Turnover;

/**
 * What a policy that wants a stock, and may keep containers beside it, makes of the claims of one type: the pool's own
 * steps without an event queue, futures or messages.
 *
 * <p>The policy is the shipped one, asked at the same moments as the pool asks it, under no ceiling. Counts and idle
 * time are those of a replay through the pool. Not thread-safe.
 */
final class StockedContainers implements TypeRun {
    private final TypePolicy policy;
    private final Turnover turnover;
    private final long startNanos;
    private final long endNanos;

    private final TimeHeap ends = new TimeHeap();
    private final Arrivals coming = new Arrivals();
    private final ReadyShelf ready;

    private long clockNanos;
    private long firstReadyNanos = Long.MAX_VALUE;
    private int stock;
    private long warm;
    private long cold;

    /** Creates the containers of one type; what the policy wants at once stands ready when the trace starts. */
    StockedContainers(
            PoolPolicy policy, AgentType type, long memoryBytes, Turnover turnover, long startNanos, long endNanos) {
        this.turnover = turnover;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        this.ready = new ReadyShelf(endNanos);
        this.policy = policy.forType(type, new MeasuredCosts(memoryBytes));
        prewarm();
    }

    private void prewarm() {
        clockNanos = startNanos;
        int wanted = policy.stock(startNanos - turnover.coldStartNanos());
        if (wanted > 0) {
            firstReadyNanos = startNanos;
        }
        while (stock < wanted) {
            stock++;
            ready.push(startNanos, ReadyShelf.IN_STOCK);
        }
    }

    @Override
    public void claim(long atNanos, long durationNanos) {
        advance(atNanos);
        clockNanos = atNanos;
        firstReadyNanos = Math.min(firstReadyNanos, atNanos + turnover.coldStartNanos());
        boolean found = ready.take(atNanos);
        boolean fromStock = found && ready.tookFromStock();
        policy.claimed(atNanos, found);
        if (fromStock && !turnover.reused()) {
            stock--;
        }
        if (!turnover.reused()) {
            keepLater(policy.replacement(atNanos), atNanos);
        }
        if (found) {
            warm++;
            ends.add(atNanos + durationNanos, fromStock && turnover.reused() ? 1 : 0);
        } else {
            cold++;
            ends.add(atNanos + turnover.coldStartNanos() + durationNanos, 0);
        }
        refill(atNanos);
    }

    private void advance(long untilNanos) {
        while (Math.min(ends.head(), coming.nextNanos()) <= untilNanos) {
            if (ends.head() <= coming.nextNanos()) {
                clockNanos = ends.head();
                released(clockNanos, ends.removeHead() == 1);
            } else {
                clockNanos = coming.nextNanos();
                coming.removeNext();
                offer(clockNanos, coming.isStock(), coming.plan());
            }
        }
    }

    private void released(long nowNanos, boolean inStock) {
        IdlePlan plan = policy.released(nowNanos);
        boolean staysInStock = inStock;
        if (inStock && stock > policy.stock(nowNanos)) {
            stock--;
            staysInStock = false;
        }
        if (turnover.reused()) {
            coming.add(nowNanos + turnover.resetNanos(), staysInStock, plan);
        } else {
            keepLater(plan, nowNanos);
            refill(nowNanos);
        }
    }

    private void offer(long nowNanos, boolean isStock, IdlePlan plan) {
        boolean inStock = isStock;
        if (!inStock && stock < policy.stock(nowNanos)) {
            stock++;
            inStock = true;
        }
        if (inStock) {
            ready.push(nowNanos, ReadyShelf.IN_STOCK);
        } else if (plan.prewarmAfter().isZero() && !plan.keep().isZero()) {
            ready.push(nowNanos, plan.keep().toNanos());
        } else {
            keepLater(plan, nowNanos);
        }
        refill(nowNanos);
    }

    private void keepLater(IdlePlan plan, long nowNanos) {
        if (!plan.keep().isZero()) {
            long orderedNanos =
                    ReadyShelf.saturatedAdd(nowNanos, plan.prewarmAfter().toNanos());
            long readyNanos = ReadyShelf.saturatedAdd(orderedNanos, turnover.coldStartNanos());
            coming.add(readyNanos, false, IdlePlan.keep(plan.keep()));
        }
    }

    private void refill(long nowNanos) {
        int wanted = policy.stock(nowNanos);
        while (stock > wanted && ready.withdrawFromStock(nowNanos)) {
            stock--;
        }
        while (stock < wanted) {
            stock++;
            coming.add(nowNanos + turnover.coldStartNanos(), true, IdlePlan.NONE);
        }
    }

    @Override
    public void finish() {
        advance(endNanos);
        ready.close();
    }

    @Override
    public long warm() {
        return warm;
    }

    @Override
    public long cold() {
        return cold;
    }

    @Override
    public double idleNanos() {
        return ready.idleNanos();
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
