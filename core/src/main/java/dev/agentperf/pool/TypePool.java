package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.ExpectedClaim;
import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.TypePolicy;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerRuntime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The containers of one agent type: who gets them, and when more are made or some are given up. */
final class TypePool implements Keeper {
    /*
     * Concurrency. A claim that finds a ready container takes it from `idle` without a lock, on the claimer's thread, and a clean
     * container goes back there on the releaser's (see Returns). All else (misses, containers that arrive, timers) is a message to
     * `mailbox`, which runs one message at a time: what only messages touch needs no lock, and nothing waits for an engine while
     * holding anything.
     */
    private final PoolContext context;
    private final Mailbox mailbox;

    final AgentType type;

    /** The claims of this type. */
    final Claims claims;

    private final Door door;
    private final Counters counters;
    private final IdleContainers idle;
    private final Supply supply;
    private final Stock stock;
    private final Misses misses;
    private final Returns returns;
    private final Expectations expectations;
    private final TypePolicy policy;

    TypePool(AgentType type, PoolContext context) {
        TypeContext shared = new TypeContext(type, context);
        this.type = type;
        this.context = context;
        this.mailbox = shared.mailbox;
        this.door = shared.door;
        this.counters = shared.counters;
        this.policy = shared.policy;
        this.supply = new Supply(shared, this);
        this.idle = new IdleContainers(shared, member -> supply.retire(member, EndReason.SURPLUS));
        this.stock = new Stock(this, shared, idle, supply);
        this.misses = new Misses(this, shared, idle, supply, stock);
        this.expectations = new Expectations(shared, idle, stock);
        this.returns = new Returns(this, shared, idle, misses, stock);
        this.claims = new Claims(this, shared, idle, stock, misses, expectations);
    }

    @Override
    public ContainerRuntime runtime() {
        return context.runtime;
    }

    // ---- claims to come, and containers that come back

    @Override
    public void release(Member member) {
        returns.release(member);
    }

    @Override
    public void dropped(Member member, @Nullable ClaimOrigin origin) {
        mailbox.execute(() -> {
            counters.dropped.increment();
            context.listener.leaseDropped(member.container, origin);
            returns.dropped(member);
        });
    }

    void expect(ExpectedClaim claim) {
        mailbox.execute(() -> {
            long now = context.ticker.read();
            expectations.add(policy.expected(now, claim), now);
        });
    }

    // ---- messages: containers that come back, and clean ones

    @Override
    public void released(Member member) {
        returns.released(member);
    }

    /** Takes back a container that somebody has worked with, though no lease came of it. */
    void used(Member member) {
        returns.used(member, IdlePlan.NONE);
    }

    /** Finds the best use for a clean container: a waiter, the stock, a while in readiness, or none. */
    void offer(Member member, IdlePlan plan, long nowNanos) {
        if (context.closed) {
            retire(member, EndReason.CLOSED);
        } else if (misses.handOff(member, StartPath.COLD)) {
            stock.claimed(member);
        } else if (misses.wantRoomOf(member)) {
            retire(member, EndReason.EVICTED);
        } else {
            stock.shelve(member, plan, nowNanos);
        }
        stock.refill(nowNanos);
    }

    // ---- the end of containers

    /** Ends a container that the mailbox holds. */
    void retire(Member member, EndReason reason) {
        stock.drop(member);
        supply.retire(member, reason);
    }

    /* An idle one leaves at once; one in use is not reset when it comes back. */
    void gone(Container container) {
        mailbox.run(() -> {
            Member member = supply.members.find(container);
            if (member != null) {
                died(member);
                if (idle.withdraw(member)) {
                    retire(member, EndReason.DIED);
                    stock.refill(context.coarse.read());
                }
            }
        });
    }

    /** Ends a container that does not answer. */
    void lost(Member member) {
        died(member);
        retire(member, EndReason.DIED);
        stock.refill(context.coarse.read());
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
            stock.refill(context.coarse.read());
            context.capacity.passOn();
        });
    }

    void engineIsBack() {
        mailbox.execute(() -> {
            misses.orderAll();
            stock.resumeNow();
        });
    }

    /** Gives up the container that has been idle longest, for a type that has none, if claims still wait there. */
    void evictOldestFor(TypePool wanting) {
        mailbox.execute(() -> {
            Member oldest = wanting.door.waiting() != 0 ? idle.withdrawOldest() : null;
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
            stock.trimmed(member);
            retire(member, EndReason.TRIMMED);
        });
    }

    /** Returns what the type's idle containers are worth where there is no room. */
    double worth() {
        return policy.worth();
    }

    // ---- life cycle and views

    CompletionStage<Void> prewarm() {
        CompletableFuture<@Nullable Void> filled = new CompletableFuture<>();
        mailbox.execute(() -> {
            stock.announced();
            stock.whenSettled(() -> filled.complete(null));
        });
        return CompletableFuture.allOf(filled);
    }

    void review() {
        mailbox.execute(() -> stock.refill(context.coarse.read()));
    }

    /** Fails those who wait and ends what is idle; called after the context is closed. */
    void shutDown() {
        mailbox.execute(() -> {
            door.close();
            stock.stop();
            misses.failAll(new AgentPerfException("pool is closed"));
            for (Member member = idle.withdrawOldest(); member != null; member = idle.withdrawOldest()) {
                retire(member, EndReason.CLOSED);
            }
        });
    }

    /** Shows all containers of this type that have been made and not been ended to {@code action}. */
    void forEach(Consumer<Member> action) {
        supply.members.snapshot().forEach(action);
    }

    long oldestIdleSinceNanos() {
        return idle.oldestSinceNanos();
    }

    long claimsAtOnce() {
        return supply.members.claimsAtOnce();
    }

    double predictedWarmRate() {
        return stock.predictedWarmRate();
    }

    int waiting() {
        return door.waiting();
    }

    Counters counters() {
        return counters;
    }
}
