package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.TypePolicy;
import dev.agentperf.runtime.ContainerRuntime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The containers of one agent type: who gets them, and when more are made or some are given up. */
final class TypePool {
    /*
     * Concurrency. A claim that finds a ready container takes it from `ready` without a lock, on the claimer's thread. All else
     * (misses, releases, containers that arrive, timers) is a message to `mailbox`, which runs one message at a time: the fields
     * below it belong to the mailbox and need no lock, and nothing waits for an engine while holding anything. Only the mailbox
     * makes containers ready, and it looks at the waiting room first: no wake-up can be lost.
     *
     * Fairness. A claim that misses gets a container made for it. Only where the pool is at its ceiling does it enter
     * `waiting`, and whatever becomes free then goes to the oldest waiter.
     */
    private final PoolContext context;
    private final Mailbox mailbox;
    private final ReadyContainers ready;
    private final Supply supply;

    private final TypePolicy policy;
    private final Refill refill;
    private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();
    private boolean awaitsRoom;

    /** Whether a warm claim changes anything here: it takes from the stock, or the policy learns from it. */
    private final boolean tellsOfWarmClaims;

    TypePool(AgentType type, PoolContext context) {
        this.context = context;
        this.mailbox = new Mailbox(context.scheduler);
        MeasuredCosts costs = new MeasuredCosts(
                () -> context.specs.apply(type).limits().memoryBytes(), context.config.reuse() == Reuse.RESET);
        this.supply = new Supply(type, context, mailbox, costs);
        this.ready = new ReadyContainers(context, mailbox, supply::retire);
        this.policy = context.config.policy().forType(type, costs);
        this.tellsOfWarmClaims = context.config.reuse() == Reuse.SINGLE_USE || policy.learnsFromClaims();
        this.refill = new Refill(context, mailbox, type.name(), this::orderAhead, this::awaitRoom);
    }

    ContainerRuntime runtime() {
        return context.runtime;
    }

    // ---- claims, on the claimer's thread

    @Nullable
    Lease tryAcquire(long nowNanos) {
        Member member = ready.take(nowNanos);
        if (member == null) {
            return null;
        }
        if (tellsOfWarmClaims) {
            mailbox.execute(() -> claimed(member, nowNanos));
        }
        context.counters.warm.increment();
        context.counters.start.recordInstant();
        return new Lease(this, member, StartPath.WARM, 0);
    }

    CompletionStage<Claim> acquire(Waiter waiter) {
        context.counters.unsettled.increment();
        mailbox.execute(() -> miss(waiter));
        return waiter.answer;
    }

    void release(Member member) {
        mailbox.run(() -> released(member));
    }

    private Lease lease(Member member, StartPath path, long sinceNanos) {
        long waitedNanos = context.ticker.read() - sinceNanos;
        (path == StartPath.WARM ? context.counters.warm : context.counters.cold).increment();
        context.counters.start.recordNanos(waitedNanos);
        return new Lease(this, member, path, waitedNanos);
    }

    // ---- messages

    private void claimed(Member member, long nowNanos) {
        policy.claimed(nowNanos, true);
        leftStock(member);
        replace(nowNanos);
        refill();
    }

    private void replace(long nowNanos) {
        if (context.config.reuse() == Reuse.SINGLE_USE) {
            keepLater(policy.replacement(nowNanos));
        }
    }

    /** A single-use container leaves the stock when it is claimed, a reused one when it is given up. */
    private void leftStock(Member member) {
        if (member.inStock && context.config.reuse() == Reuse.SINGLE_USE) {
            dropFromStock(member);
        }
    }

    private void dropFromStock(Member member) {
        member.inStock = false;
        refill.stockLost();
    }

    private void miss(Waiter waiter) {
        if (context.closed) {
            failed(waiter, new AgentPerfException("pool is closed"));
            return;
        }
        Member raced = ready.take(context.ticker.read());
        if (raced != null) {
            policy.claimed(waiter.sinceNanos, true);
            leftStock(raced);
            grant(waiter, raced, StartPath.WARM);
        } else {
            policy.claimed(waiter.sinceNanos, false);
            startFor(waiter);
        }
        replace(waiter.sinceNanos);
        refill();
    }

    private void startFor(Waiter waiter) {
        if (context.capacity.tryReserve()) {
            arm(waiter);
            supply.order(started -> arrivedFor(waiter, started), failure -> failed(waiter, failure));
        } else if (waiting.size() < context.config.maxWaiting()) {
            arm(waiter);
            enqueue(waiter);
        } else {
            context.counters.full.increment();
            answer(waiter, new Claim.Full(waiting.size()));
        }
    }

    private void enqueue(Waiter waiter) {
        waiting.addLast(waiter);
        context.counters.waiting.increment();
        awaitRoom();
        context.evictOldest();
    }

    private void arm(Waiter waiter) {
        long leftNanos = waiter.sinceNanos + waiter.timeoutNanos - context.ticker.read();
        waiter.armed(context.scheduler.schedule(
                Duration.ofNanos(Math.max(0, leftNanos)), () -> mailbox.run(() -> late(waiter))));
    }

    private void late(Waiter waiter) {
        if (waiting.remove(waiter)) {
            context.counters.waiting.decrement();
        }
        long waitedNanos = context.ticker.read() - waiter.sinceNanos;
        if (answer(waiter, new Claim.Late(Duration.ofNanos(waitedNanos)))) {
            context.counters.late.increment();
        }
    }

    private void arrivedFor(Waiter waiter, Member member) {
        if (!grant(waiter, member, StartPath.COLD)) {
            offer(member, IdlePlan.NONE);
        }
    }

    private void failed(Waiter waiter, AgentPerfException failure) {
        if (answer(waiter, new Claim.Failed(failure))) {
            context.counters.failed.increment();
        }
    }

    private void released(Member member) {
        context.counters.released.increment();
        member.uses++;
        long now = context.ticker.read();
        IdlePlan plan = policy.released(now);
        if (member.inStock && refill.exceeds(policy.stock(now))) {
            dropFromStock(member);
        }
        if (mayServeAgain(member)) {
            reset(member, plan, context.runtime.reset(member.container), now);
        } else {
            succeed(member, plan);
        }
    }

    /* A reset that is over when it returns needs no message of its own. */
    private void reset(Member member, IdlePlan plan, CompletionStage<Boolean> stage, long now) {
        CompletableFuture<Boolean> reset = stage.toCompletableFuture();
        if (reset.isDone()) {
            wasReset(member, plan, !reset.isCompletedExceptionally() && reset.join(), now);
        } else {
            stage.whenComplete((clean, failure) -> mailbox.run(() ->
                    wasReset(member, plan, failure == null && Boolean.TRUE.equals(clean), context.ticker.read())));
        }
    }

    private boolean mayServeAgain(Member member) {
        return context.config.reuse() == Reuse.RESET
                && member.uses < context.config.maxUses()
                && !member.isGone
                && !context.closed;
    }

    private void wasReset(Member member, IdlePlan plan, boolean clean, long now) {
        if (clean && !member.isGone) {
            offer(member, plan, now);
        } else {
            if (!member.isGone) {
                context.counters.quarantined.increment();
            }
            succeed(member, plan);
        }
    }

    /** Ends a used container; where it stood for more than its use, a fresh one follows. */
    private void succeed(Member member, IdlePlan plan) {
        if (member.inStock) {
            dropFromStock(member);
        } else {
            keepLater(plan);
        }
        supply.retire(member);
        refill();
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
                        refill();
                    }));
        }
    }

    /** Finds the best use for a clean container: the oldest waiter, the stock, a while in readiness, or none. */
    private void offer(Member member, IdlePlan plan) {
        offer(member, plan, context.ticker.read());
    }

    private void offer(Member member, IdlePlan plan, long now) {
        if (context.closed) {
            supply.retire(member);
        } else if (!handOff(member)) {
            if (!member.inStock && !refill.meets(policy.stock(now))) {
                member.inStock = true;
                refill.stockGained();
            }
            shelve(member, plan, now);
        }
        refill(now);
    }

    private boolean handOff(Member member) {
        Waiter oldest = waiting.pollFirst();
        while (oldest != null) {
            context.counters.waiting.decrement();
            if (grant(oldest, member, StartPath.COLD)) {
                leftStock(member);
                return true;
            }
            oldest = waiting.pollFirst();
        }
        return false;
    }

    private void shelve(Member member, IdlePlan plan, long nowNanos) {
        if (member.inStock) {
            ready.put(member, nowNanos);
        } else if (plan.prewarmAfter().isZero() && !plan.keep().isZero()) {
            ready.put(member, nowNanos, plan.keep());
        } else {
            keepLater(plan);
            supply.retire(member);
        }
    }

    /** Counts a waiter that went away on its own: as late, for nobody answered it in time. */
    void abandoned() {
        context.counters.unsettled.decrement();
        context.counters.late.increment();
    }

    private boolean grant(Waiter waiter, Member member, StartPath path) {
        if (!waiter.settle()) {
            return false;
        }
        context.counters.unsettled.decrement();
        Claim claim = new Claim.Granted(lease(member, path, waiter.sinceNanos));
        context.scheduler.execute(() -> waiter.answer.complete(claim));
        return true;
    }

    private boolean answer(Waiter waiter, Claim claim) {
        if (!waiter.settle()) {
            return false;
        }
        context.counters.unsettled.decrement();
        context.scheduler.execute(() -> waiter.answer.complete(claim));
        return true;
    }

    // ---- making and ending containers

    private void refill() {
        refill(context.ticker.read());
    }

    private void refill(long nowNanos) {
        if (context.closed) {
            return;
        }
        int stock = policy.stock(nowNanos);
        while (refill.exceeds(stock)) {
            Member surplus = ready.withdrawFromStock();
            if (surplus == null) {
                break;
            }
            dropFromStock(surplus);
            supply.retire(surplus);
        }
        refill.fill(stock);
    }

    private void orderAhead(Refill.Order order) {
        supply.order(
                member -> {
                    refill.arrived(order);
                    member.inStock = order.isStock();
                    offer(member, IdlePlan.keep(order.keep()));
                },
                failure -> {
                    refill.failed(order);
                    refill();
                });
    }

    /* A ready one leaves at once; one in use is not reset when it comes back. */
    void gone(Member member) {
        mailbox.run(() -> {
            member.isGone = true;
            context.counters.died.increment();
            if (ready.withdraw(member)) {
                if (member.inStock) {
                    dropFromStock(member);
                }
                supply.retire(member);
                refill();
            }
        });
    }

    // ---- room under the ceiling

    private void awaitRoom() {
        if (!awaitsRoom) {
            awaitsRoom = true;
            context.capacity.awaitRoom(this);
        }
    }

    void roomFreed() {
        mailbox.execute(() -> {
            awaitsRoom = false;
            while (!waiting.isEmpty() && context.capacity.tryReserve()) {
                Waiter oldest = waiting.removeFirst();
                context.counters.waiting.decrement();
                supply.order(started -> arrivedFor(oldest, started), failure -> failed(oldest, failure));
            }
            if (!waiting.isEmpty()) {
                awaitRoom();
            }
            refill();
        });
    }

    /** Gives up the container that has been ready longest, for a type that has none. */
    void evictOldest() {
        mailbox.execute(() -> {
            Member oldest = ready.withdrawOldest();
            if (oldest != null) {
                if (oldest.inStock) {
                    dropFromStock(oldest);
                }
                supply.retire(oldest);
            }
        });
    }

    long oldestReadySinceNanos() {
        return ready.oldestSinceNanos();
    }

    // ---- life cycle and views

    CompletionStage<Void> prewarm() {
        CompletableFuture<@Nullable Void> filled = new CompletableFuture<>();
        mailbox.execute(() -> {
            refill();
            refill.whenSettled(() -> filled.complete(null));
        });
        return CompletableFuture.allOf(filled);
    }

    void review() {
        mailbox.execute(this::refill);
    }

    /** Fails those who wait and ends what is ready; called after the context is closed. */
    void shutDown() {
        mailbox.execute(() -> {
            refill.stop();
            for (Waiter waiter : waiting) {
                context.counters.waiting.decrement();
                failed(waiter, new AgentPerfException("pool is closed"));
            }
            waiting.clear();
            for (Member member = ready.withdrawOldest(); member != null; member = ready.withdrawOldest()) {
                supply.retire(member);
            }
        });
    }

    void forEachReady(Consumer<Member> action) {
        ready.forEach(action);
    }
}
