package dev.agentperf.pool;

import dev.agentperf.pool.policy.IdlePlan;
import dev.agentperf.pool.policy.TypePolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The way back of one type's used containers: each is made clean and serves again, or is ended. */
final class Returns {
    /*
     * A reused container of the stock goes straight back, where the policy does not learn from uses: whoever releases it has it
     * reset and makes it ready, without the mailbox. It does not go straight where somebody waits, where the stock is exceeded or the
     * pool closed: then the mailbox finds the best use for it.
     *
     * Any of that may become true between looking and making it ready. So it is looked at again afterwards, and a container that
     * should not stand ready is sent for; see Door why nothing is missed.
     */
    private final TypePool pool;
    private final PoolContext context;
    private final Mailbox mailbox;
    private final Door door;
    private final Counters counters;
    private final IdleContainers idle;
    private final Misses misses;
    private final Stock stock;
    private final TypeContext type;
    private final TypePolicy policy;
    private final boolean goesStraight;

    Returns(TypePool pool, TypeContext type, IdleContainers idle, Misses misses, Stock stock) {
        this.pool = pool;
        this.context = type.pool;
        this.mailbox = type.mailbox;
        this.door = type.door;
        this.counters = type.counters;
        this.idle = idle;
        this.misses = misses;
        this.stock = stock;
        this.policy = type.policy;
        this.type = type;
        this.goesStraight = type.costs.isReused() && !policy.learnsFromClaims();
    }

    // ---- straight back, on the thread of whoever releases

    /** Takes a container back whose lease is over. From any thread, which owns the member. */
    void release(Member member) {
        if (!goesStraight || !member.inStock || isWorn(member, 1) || member.isGone || door.isWatched()) {
            mailbox.run(member);
            return;
        }
        counters.idled(member, member.idledNanos());
        member.uses++;
        CompletableFuture<Boolean> reset =
                context.runtime.reset(member.container).toCompletableFuture();
        if (reset.isDone()) {
            backAgain(member, isClean(reset));
        } else {
            whenReset(reset, clean -> backLater(member, clean));
        }
    }

    /* Time has passed: somebody may wait by now. */
    private void backLater(Member member, boolean clean) {
        if (door.isWatched()) {
            mailbox.run(() -> wasReset(member, IdlePlan.NONE, clean));
        } else {
            backAgain(member, clean);
        }
    }

    private void backAgain(Member member, boolean clean) {
        if (!clean || member.isGone) {
            mailbox.run(() -> wasReset(member, IdlePlan.NONE, clean));
            return;
        }
        long now = context.coarse.read();
        long awayNanos = member.inUseNanos(now);
        idle.putAtOnce(member, now);
        if (door.isWatched() || member.isGone) {
            mailbox.run(() -> reconsider(member));
        }
        if (idle.pauses() || misses.returns().isWorthKnowing(awayNanos)) {
            mailbox.run(() -> wasBack(awayNanos, now));
        }
    }

    private void reconsider(Member member) {
        if (idle.withdraw(member)) {
            if (member.isGone) {
                pool.lost(member);
            } else {
                pool.offer(member, IdlePlan.NONE, context.coarse.read());
            }
        }
    }

    private void wasBack(long awayNanos, long nowNanos) {
        misses.returns().cameBack(awayNanos);
        idle.awaitPause(nowNanos, nowNanos);
    }

    // ---- by the mailbox

    /** Takes back a container that does not go straight. */
    void released(Member member) {
        long now = context.coarse.read();
        counters.idled(member, member.idledNanos());
        member.isComingBack = type.costs.isReused();
        IdlePlan plan = policy.released(now);
        stock.dropSurplus(member, now);
        used(member, plan);
    }

    /** Ends a container whose lease was dropped. */
    void dropped(Member member) {
        counters.idled(member, member.idledNanos());
        member.isComingBack = type.costs.isReused();
        succeed(member, policy.released(context.coarse.read()), EndReason.DROPPED);
    }

    /** Makes a container clean that someone has worked with, and ends it where that is not allowed or not possible. */
    void used(Member member, IdlePlan plan) {
        member.uses++;
        if (type.costs.isReused() && !isWorn(member, 0) && !member.isGone && !context.closed) {
            reset(member, plan);
        } else {
            succeed(member, plan, member.isGone ? EndReason.DIED : EndReason.USED);
        }
    }

    private boolean isWorn(Member member, int more) {
        return member.uses + more >= context.config.maxUses();
    }

    /* A reset that is over when it returns needs no message of its own. */
    private void reset(Member member, IdlePlan plan) {
        CompletableFuture<Boolean> reset =
                context.runtime.reset(member.container).toCompletableFuture();
        if (reset.isDone()) {
            wasReset(member, plan, isClean(reset));
        } else {
            whenReset(reset, clean -> mailbox.run(() -> wasReset(member, plan, clean)));
        }
    }

    private static boolean isClean(CompletableFuture<Boolean> reset) {
        return !reset.isCompletedExceptionally() && reset.join();
    }

    private void whenReset(CompletionStage<Boolean> reset, Next next) {
        long since = context.ticker.read();
        reset.whenComplete((clean, failure) -> {
            context.times.reset.recordNanos(context.ticker.read() - since);
            next.wasReset(failure == null && Boolean.TRUE.equals(clean));
        });
    }

    /** What follows a reset. */
    private interface Next {
        void wasReset(boolean clean);
    }

    private void wasReset(Member member, IdlePlan plan, boolean clean) {
        if (clean && !member.isGone) {
            long now = context.coarse.read();
            misses.returns().cameBack(member.inUseNanos(now));
            finish(member);
            pool.offer(member, plan, now);
        } else if (member.isGone) {
            succeed(member, plan, EndReason.DIED);
        } else {
            counters.quarantined.increment();
            succeed(member, plan, EndReason.UNCLEAN);
        }
    }

    /* One that comes back from a claim which was answered otherwise meanwhile does so unnoticed: that answer was the end. */
    private void finish(Member member) {
        if (member.isComingBack) {
            member.isComingBack = false;
            policy.finished(context.coarse.read());
        }
    }

    /** Ends a used container; where it stood for more than its use, a fresh one follows. */
    private void succeed(Member member, IdlePlan plan, EndReason reason) {
        if (!member.inStock) {
            stock.keepLater(plan);
        }
        finish(member);
        pool.retire(member, reason);
        stock.refill(context.coarse.read());
    }
}
