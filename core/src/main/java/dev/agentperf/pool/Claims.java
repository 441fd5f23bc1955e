package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.pool.policy.TypePolicy;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The claims of one type: each takes a ready container on its own thread, or is left to the mailbox. */
final class Claims {
    /*
     * A claim that finds none ready says so (`knock`), and then the mailbox looks for a ready one again; a release makes its
     * container ready, and then looks whether somebody waits. One of the two sees the other: no wake-up can be lost. While somebody
     * waits no claim takes a container at once, and none is made ready but by the mailbox, which looks at the waiting room first:
     * nobody overtakes a waiter.
     */
    private final TypePool pool;
    private final PoolContext context;
    private final Mailbox mailbox;
    private final Door door;
    private final Counters counters;
    private final IdleContainers idle;
    private final Desk desk;
    private final TypePolicy policy;
    private final Stock stock;
    private final Misses misses;
    private final Expectations expectations;

    /** Whether a warm claim changes anything here: it takes from the stock, or the policy learns from it. */
    private final boolean tellsOfWarmClaims;

    Claims(
            TypePool pool,
            TypeContext type,
            IdleContainers idle,
            Stock stock,
            Misses misses,
            Expectations expectations) {
        this.pool = pool;
        this.context = type.pool;
        this.mailbox = type.mailbox;
        this.door = type.door;
        this.counters = type.counters;
        this.idle = idle;
        this.desk = type.desk;
        this.policy = type.policy;
        this.stock = stock;
        this.misses = misses;
        this.expectations = expectations;
        this.tellsOfWarmClaims = context.config.reuse() == Reuse.SINGLE_USE || policy.learnsFromClaims();
    }

    // ---- on the claimer's thread

    /** Returns the lease of a ready container; null where there is none, or others wait for one. */
    @Nullable
    Lease tryAcquire(String tenant, long nowNanos, @Nullable ClaimOrigin origin) {
        Member member = door.waiting() != 0 ? null : takeAlive(tenant, nowNanos);
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

    /** Lets a claim wait that found none; returns the stage of its answer. */
    CompletionStage<Claim> acquire(Waiter waiter) {
        counters.unsettled.increment();
        door.knock();
        // A thread that will be blocked anyway does its own work.
        if (waiter.isBlocking) {
            mailbox.run(() -> miss(waiter));
        } else {
            mailbox.execute(() -> miss(waiter));
        }
        return waiter.answer;
    }

    /** Ends a claim whose time is over. */
    void late(Waiter waiter) {
        desk.late(waiter);
        mailbox.execute(() -> misses.forget(waiter));
    }

    /** Forgets a claim that its thread has settled and gone away from. */
    void abandoned(Waiter waiter) {
        desk.abandoned();
        mailbox.execute(() -> misses.forget(waiter));
    }

    // ---- by the mailbox

    private void claimed(Member member, long nowNanos) {
        policy.claimed(nowNanos, true);
        expectations.met(nowNanos);
        stock.claimed(member);
        stock.reserve();
        replace(nowNanos);
        stock.refill(nowNanos);
    }

    private void miss(Waiter waiter) {
        if (context.closed) {
            door.left();
            desk.failed(waiter, new AgentPerfException("pool is closed"));
            return;
        }
        long now = context.coarse.read();
        Member raced = takeFor(waiter, now);
        policy.claimed(now, raced != null);
        expectations.met(now);
        if (raced == null) {
            misses.startOrWait(waiter, now);
        } else {
            misses.serve(waiter, raced);
        }
        door.left();
        stock.reserve();
        replace(now);
        stock.refill(now);
    }

    /** Returns a ready container that is this claim's from now on; null where there is none, or others come first. */
    @Nullable
    Member takeFor(Waiter waiter, long nowNanos) {
        Member ready = misses.mayTake(waiter) ? takeAlive(waiter.request.tenant(), nowNanos) : null;
        if (ready != null) {
            counters.idled(ready, ready.idledNanos());
            stock.claimed(ready);
        }
        return ready;
    }

    private void replace(long nowNanos) {
        if (context.config.reuse() == Reuse.SINGLE_USE) {
            stock.keepLater(policy.replacement(nowNanos));
        }
    }

    private void foundDead(Member member) {
        counters.idled(member, member.idledNanos());
        pool.lost(member);
    }
}
