package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.AgentType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers the claims of one type that had to wait, and counts the answers. Thread-safe. */
final class Desk {
    private final AgentType type;
    private final PoolContext context;
    private final Counters counters;
    private final Runnable whenUnserved;

    /** @param whenUnserved hears of each claim that gets no container, on any thread */
    Desk(AgentType type, PoolContext context, Counters counters, Runnable whenUnserved) {
        this.type = type;
        this.context = context;
        this.counters = counters;
        this.whenUnserved = whenUnserved;
    }

    /** Grants a claim; returns false if it was answered before, and the caller keeps the member. */
    boolean grant(Waiter waiter, Member member, StartPath path) {
        if (!waiter.settle()) {
            return false;
        }
        long now = context.ticker.read();
        member.serve(now, waiter.request.tenant());
        long waitedNanos = now - waiter.sinceNanos;
        counters.granted(path);
        context.times.start.recordNanos(waitedNanos);
        Lease lease = new Lease(member, path, waitedNanos, waiter.origin);
        answer(waiter, new Claim.Granted(lease), waitedNanos);
        return true;
    }

    /** Turns a claim away: too many wait already. */
    void full(Waiter waiter, int waiting) {
        if (waiter.settle()) {
            counters.full.increment();
            turnAway(waiter, new Claim.Full(waiting), waitedNanos(waiter));
        }
    }

    /** Tells a claim that its time is over. */
    void late(Waiter waiter) {
        if (waiter.settle()) {
            counters.late.increment();
            long waitedNanos = waitedNanos(waiter);
            turnAway(waiter, new Claim.Late(Duration.ofNanos(waitedNanos)), waitedNanos);
        }
    }

    /** Tells a claim why it gets no container. */
    void failed(Waiter waiter, AgentPerfException failure) {
        if (waiter.settle()) {
            counters.failed.increment();
            turnAway(waiter, new Claim.Failed(failure), waitedNanos(waiter));
        }
    }

    /** Counts a waiter that went away on its own: as late, for nobody answered it in time. */
    void abandoned() {
        counters.unsettled.decrement();
        counters.late.increment();
        whenUnserved.run();
    }

    private void turnAway(Waiter waiter, Claim claim, long waitedNanos) {
        answer(waiter, claim, waitedNanos);
        whenUnserved.run();
    }

    private long waitedNanos(Waiter waiter) {
        return context.ticker.read() - waiter.sinceNanos;
    }

    /* Whoever hears the answer runs on a thread of its own, never within the mailbox; a blocked one does so anyway. */
    private void answer(Waiter waiter, Claim claim, long waitedNanos) {
        counters.unsettled.decrement();
        context.listener.answered(type, claim, Duration.ofNanos(waitedNanos));
        if (waiter.isBlocking) {
            waiter.answer.complete(claim);
        } else {
            context.scheduler.execute(() -> waiter.answer.complete(claim));
        }
    }

    /** Returns the lease of a claim that found a ready container at once. */
    Lease leaseAtOnce(Member member, String tenant, @Nullable ClaimOrigin origin) {
        member.claimedAtOnce();
        member.workFor(tenant);
        return new Lease(member, StartPath.WARM, 0, origin);
    }
}
