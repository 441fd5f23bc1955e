package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.TypePolicy;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The containers of one agent type: who gets them, and when more are made or some are given up. */
final class TypePool implements Keeper {
    /*
     * Concurrency. A claim that finds a ready container takes it from `idle` without a lock, on the claimer's thread. All else
     * (misses, releases, containers that arrive, timers) is a message to `mailbox`, which runs one message at a time: the fields
     * below it belong to the mailbox and need no lock, and nothing waits for an engine while holding anything. Only the mailbox
     * makes containers ready, and it looks at the waiting room first: no wake-up can be lost, and nobody overtakes a waiter.
     *
     * Misses. What a claim waits for that misses is the business of `misses`; whatever becomes free here goes to a waiter first.
     */
    private final PoolContext context;
    private final Mailbox mailbox;
    private final Counters counters = new Counters();
    private final IdleContainers idle;
    private final Supply supply;
    private final MeasuredCosts costs;
    private final Desk desk;

    private final TypePolicy policy;
    private final Refill refill;
    private final Misses misses;
    private final StockHold hold = new StockHold();

    /* Asked for when the stock changes, which is when the prediction does; read by whoever wants to know. */
    private int predictedStock = -1;
    private volatile double predictedWarmRate = Double.NaN;

    /** Whether a warm claim changes anything here: it takes from the stock, or the policy learns from it. */
    private final boolean tellsOfWarmClaims;

    TypePool(AgentType type, PoolContext context) {
        this.context = context;
        this.mailbox = new Mailbox(context.scheduler);
        this.costs = new MeasuredCosts(() -> context.specs.apply(type).limits().memoryBytes(), context.config);
        this.supply = new Supply(type, this, context, mailbox, counters, costs);
        this.idle = new IdleContainers(context, mailbox, counters, member -> supply.retire(member, EndReason.SURPLUS));
        this.desk = new Desk(type, context, counters);
        this.policy = context.policy.forType(type, costs);
        this.tellsOfWarmClaims = context.config.reuse() == Reuse.SINGLE_USE || policy.learnsFromClaims();
        this.refill = new Refill(context, mailbox, type.name(), this::orderAhead, this::awaitRoom);
        this.misses = new Misses(this, context, mailbox, counters, idle, supply, costs, desk);
    }

    @Override
    public ContainerRuntime runtime() {
        return context.runtime;
    }

    /** Returns what share of claims the policy expects to be warm; not a number where it does not tell. */
    double predictedWarmRate() {
        return predictedWarmRate;
    }

    Counters counters() {
        return counters;
    }

    // ---- claims, on the claimer's thread

    @Nullable
    Lease tryAcquire(String tenant, long nowNanos, @Nullable ClaimOrigin origin) {
        Member member = takeAlive(tenant, nowNanos);
        if (member == null) {
            return null;
        }
        if (tellsOfWarmClaims) {
            mailbox.execute(() -> claimed(member, nowNanos));
        }
        return desk.leaseAtOnce(member, tenant, origin);
    }

    private @Nullable Member takeAlive(String tenant, long nowNanos) {
        Member member = idle.take(tenant, nowNanos);
        while (member != null && !context.runtime.isAlive(member.container)) {
            Member dead = member;
            mailbox.execute(() -> foundDead(dead));
            member = idle.take(tenant, nowNanos);
        }
        return member;
    }

    CompletionStage<Claim> acquire(Waiter waiter) {
        counters.unsettled.increment();
        mailbox.execute(() -> miss(waiter));
        return waiter.answer;
    }

    void abandoned(Waiter waiter) {
        desk.abandoned();
        mailbox.execute(() -> misses.forget(waiter));
    }

    @Override
    public void release(Member member) {
        mailbox.run(member);
    }

    @Override
    public void dropped(Member member, @Nullable ClaimOrigin origin) {
        mailbox.execute(() -> {
            counters.dropped.increment();
            context.listener.leaseDropped(member.container, origin);
            leaseEnded(member);
            succeed(member, policy.released(context.coarse.read()), EndReason.DROPPED);
        });
    }

    // ---- messages: claims

    private void claimed(Member member, long nowNanos) {
        policy.claimed(nowNanos, true);
        leftStock(member);
        replace(nowNanos);
        refill(nowNanos);
    }

    private void miss(Waiter waiter) {
        if (context.closed) {
            desk.failed(waiter, new AgentPerfException("pool is closed"));
            return;
        }
        long now = context.coarse.read();
        Member raced = takeAlive(waiter.request.tenant(), now);
        policy.claimed(now, raced != null);
        if (raced == null) {
            misses.startOrWait(waiter, now);
        } else {
            counters.idled(raced, raced.idledNanos());
            raced.hold();
            leftStock(raced);
            misses.serve(waiter, raced, StartPath.WARM);
        }
        replace(now);
        refill(now);
    }

    private void replace(long nowNanos) {
        if (context.config.reuse() == Reuse.SINGLE_USE) {
            keepLater(policy.replacement(nowNanos));
        }
    }

    /** A single-use container leaves the stock when it is claimed, a reused one when it is given up. */
    void leftStock(Member member) {
        if (context.config.reuse() == Reuse.SINGLE_USE) {
            dropFromStock(member);
        }
    }

    private void dropFromStock(Member member) {
        if (member.inStock) {
            member.inStock = false;
            refill.stockLost();
        }
    }

    // ---- messages: containers that come back

    @Override
    public void released(Member member) {
        long now = context.coarse.read();
        leaseEnded(member);
        IdlePlan plan = policy.released(now);
        if (member.inStock && refill.exceeds(stock(now))) {
            dropFromStock(member);
        }
        used(member, plan);
    }

    private void leaseEnded(Member member) {
        counters.released();
        counters.idled(member, member.idledNanos());
    }

    /** Makes a container clean that someone has worked with, and ends it where that is not allowed or not possible. */
    void used(Member member, IdlePlan plan) {
        member.uses++;
        if (mayServeAgain(member)) {
            reset(member, plan);
        } else {
            succeed(member, plan, member.isGone ? EndReason.DIED : EndReason.USED);
        }
    }

    private boolean mayServeAgain(Member member) {
        return context.config.reuse() == Reuse.RESET
                && member.uses < context.config.maxUses()
                && !member.isGone
                && !context.closed;
    }

    /* A reset that is over when it returns needs no message of its own. */
    private void reset(Member member, IdlePlan plan) {
        CompletionStage<Boolean> stage = context.runtime.reset(member.container);
        CompletableFuture<Boolean> reset = stage.toCompletableFuture();
        if (reset.isDone()) {
            wasReset(member, plan, !reset.isCompletedExceptionally() && reset.join());
            return;
        }
        long since = context.ticker.read();
        stage.whenComplete((clean, failure) -> mailbox.run(() -> {
            context.times.reset.recordNanos(context.ticker.read() - since);
            wasReset(member, plan, failure == null && Boolean.TRUE.equals(clean));
        }));
    }

    private void wasReset(Member member, IdlePlan plan, boolean clean) {
        if (clean && !member.isGone) {
            long now = context.coarse.read();
            misses.cameBack(member, now);
            offer(member, plan, now);
        } else if (member.isGone) {
            succeed(member, plan, EndReason.DIED);
        } else {
            counters.quarantined.increment();
            succeed(member, plan, EndReason.UNCLEAN);
        }
    }

    /** Ends a used container; where it stood for more than its use, a fresh one follows. */
    private void succeed(Member member, IdlePlan plan, EndReason reason) {
        if (!member.inStock) {
            keepLater(plan);
        }
        retire(member, reason);
        refill(context.coarse.read());
    }

    private void keepLater(IdlePlan plan) {
        if (plan.keep().isZero() || context.closed) {
            return;
        }
        if (plan.prewarmAfter().isZero()) {
            refill.keep(plan.keep());
        } else {
            context.scheduler.schedule(
                    plan.prewarmAfter(),
                    () -> mailbox.run(() -> {
                        refill.keep(plan.keep());
                        refill(context.coarse.read());
                    }));
        }
    }

    // ---- clean containers

    /** Finds the best use for a clean container: a waiter, the stock, a while in readiness, or none. */
    void offer(Member member, IdlePlan plan, long nowNanos) {
        if (context.closed) {
            retire(member, EndReason.CLOSED);
        } else if (misses.handOff(member, StartPath.COLD)) {
            leftStock(member);
        } else if (misses.wantRoomOf(member)) {
            retire(member, EndReason.EVICTED);
        } else {
            if (!member.inStock && !refill.meets(stock(nowNanos))) {
                member.inStock = true;
                refill.stockGained();
            }
            shelve(member, plan, nowNanos);
        }
        refill(nowNanos);
    }

    private int stock(long nowNanos) {
        return hold.bound(policy.stock(nowNanos), nowNanos);
    }

    private void shelve(Member member, IdlePlan plan, long nowNanos) {
        if (member.inStock) {
            idle.put(member, nowNanos);
        } else if (plan.prewarmAfter().isZero() && !plan.keep().isZero()) {
            idle.put(member, nowNanos, plan.keep());
        } else {
            keepLater(plan);
            retire(member, EndReason.USED);
        }
    }

    void refill(long nowNanos) {
        if (context.closed) {
            return;
        }
        int stock = stock(nowNanos);
        if (stock != predictedStock) {
            predictedStock = stock;
            predictedWarmRate = policy.predictedWarmRate().orElse(Double.NaN);
        }
        while (refill.exceeds(stock)) {
            Member surplus = idle.withdrawFromStock();
            if (surplus == null) {
                break;
            }
            retire(surplus, EndReason.SURPLUS);
        }
        refill.fill(stock);
    }

    /** Lets a container that was woken, and that nobody wants any more, be ready for the rest of its time. */
    void keepOn(Member member) {
        long now = context.coarse.read();
        offer(member, IdlePlan.keep(Duration.ofNanos(Math.max(0, member.keptUntilNanos - now))), now);
    }

    private void orderAhead(Refill.Order order) {
        supply.order(
                member -> {
                    refill.arrived(order);
                    member.inStock = order.isStock();
                    offer(member, IdlePlan.keep(order.keep()), context.coarse.read());
                },
                failure -> {
                    refill.failed(order, failure);
                    refill(context.coarse.read());
                });
    }

    // ---- the end of containers

    /** Ends a container that the mailbox holds. */
    void retire(Member member, EndReason reason) {
        dropFromStock(member);
        supply.retire(member, reason);
    }

    /* An idle one leaves at once; one in use is not reset when it comes back. */
    void gone(Container container) {
        mailbox.run(() -> {
            Member member = supply.find(container);
            if (member != null) {
                died(member);
                if (idle.withdraw(member)) {
                    retire(member, EndReason.DIED);
                    refill(context.coarse.read());
                }
            }
        });
    }

    /** A claimer took it and found that it does not live any more. */
    private void foundDead(Member member) {
        counters.idled(member, member.idledNanos());
        lost(member);
    }

    /** Ends a container that does not answer. */
    void lost(Member member) {
        died(member);
        retire(member, EndReason.DIED);
        refill(context.coarse.read());
    }

    private void died(Member member) {
        if (!member.isGone) {
            member.isGone = true;
            counters.died.increment();
        }
    }

    // ---- room under the ceiling

    void awaitRoom() {
        if (!misses.awaitsRoom) {
            misses.awaitsRoom = true;
            context.capacity.awaitRoom(this);
        }
    }

    void roomFreed() {
        mailbox.execute(() -> {
            misses.roomFreed();
            refill(context.coarse.read());
            context.capacity.passOn();
        });
    }

    void engineIsBack() {
        mailbox.execute(() -> {
            misses.orderAll();
            refill.resumeNow();
        });
    }

    /** Gives up the container that has been idle longest, for a type that has none. */
    void evictOldest() {
        mailbox.execute(() -> {
            Member oldest = idle.withdrawOldest();
            if (oldest != null) {
                policy.evicted(oldest.uses);
                retire(oldest, EndReason.EVICTED);
            }
        });
    }

    @Override
    public void trimmed(Member member) {
        counters.trimmed.increment();
        mailbox.execute(() -> {
            idle.withdrawn(member);
            if (member.inStock) {
                dropFromStock(member);
                holdStock();
            }
            retire(member, EndReason.TRIMMED);
        });
    }

    private void holdStock() {
        hold.hold(refill.stock(), context.ticker.read());
        context.scheduler.schedule(StockHold.TIME, this::review);
    }

    /** Returns what the type's idle containers are worth where there is no room. */
    double worth() {
        return policy.worth();
    }

    long oldestIdleSinceNanos() {
        return idle.oldestSinceNanos();
    }

    // ---- life cycle and views

    CompletionStage<Void> prewarm() {
        CompletableFuture<@Nullable Void> filled = new CompletableFuture<>();
        mailbox.execute(() -> {
            refill(context.coarse.read());
            refill.whenSettled(() -> filled.complete(null));
        });
        return CompletableFuture.allOf(filled);
    }

    void review() {
        mailbox.execute(() -> refill(context.coarse.read()));
    }

    /** Fails those who wait and ends what is idle; called after the context is closed. */
    void shutDown() {
        mailbox.execute(() -> {
            refill.stop();
            misses.failAll(new AgentPerfException("pool is closed"));
            for (Member member = idle.withdrawOldest(); member != null; member = idle.withdrawOldest()) {
                retire(member, EndReason.CLOSED);
            }
        });
    }

    /** Shows all containers of this type that have been made and not been ended to {@code action}. */
    void forEach(Consumer<Member> action) {
        supply.forEach(action);
    }
}
