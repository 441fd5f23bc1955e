package dev.agentperf.pool;

import dev.agentperf.pool.Expiries.Expiry;
import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ready containers of one type.
 *
 * <p>{@link #take} and the views may be called from any thread; all else from the type's mailbox.
 */
final class ReadyContainers {
    private final ReadyStack stack = new ReadyStack();
    private final Expiries expiries = new Expiries();
    private final PoolContext context;
    private final Mailbox mailbox;
    private final Consumer<Member> onExpired;
    private @Nullable Scheduled timer;
    private long timerAtNanos;

    ReadyContainers(PoolContext context, Mailbox mailbox, Consumer<Member> onExpired) {
        this.context = context;
        this.mailbox = mailbox;
        this.onExpired = onExpired;
    }

    /** Returns a member that the caller now owns, or null. Lock-free. */
    @Nullable
    Member take(long nowNanos) {
        Member member = stack.take();
        if (member != null) {
            context.counters.idled(member, nowNanos);
        }
        return member;
    }

    /** Makes a member of the stock claimable, for as long as the policy wants it. */
    void put(Member member, long nowNanos) {
        member.ready(nowNanos);
        stack.push(member);
    }

    /** Makes a member claimable for a while. */
    void put(Member member, long nowNanos, Duration keep) {
        put(member, nowNanos);
        long atNanos = saturatedAdd(nowNanos, keep.toNanos());
        expiries.add(new Expiry(member, nowNanos, atNanos));
        if (timer == null || atNanos < timerAtNanos) {
            armTimer(nowNanos, atNanos);
        }
    }

    /** Takes this member away from all claimers, if it is ready. */
    boolean withdraw(Member member) {
        return stack.withdraw(member) && withdrawn(member) != null;
    }

    /** Takes the member of the stock that has been ready longest away from all claimers; null where there is none. */
    @Nullable
    Member withdrawFromStock() {
        return withdrawn(stack.withdrawOldest(member -> member.inStock));
    }

    /** Takes the member that has been ready longest away from all claimers; null where there is none. */
    @Nullable
    Member withdrawOldest() {
        return withdrawn(stack.withdrawOldest(member -> true));
    }

    private @Nullable Member withdrawn(@Nullable Member member) {
        if (member != null) {
            context.counters.idled(member, context.ticker.read());
        }
        return member;
    }

    private void expire() {
        timer = null;
        long now = context.ticker.read();
        Expiry next = expiries.first();
        while (next != null && next.atNanos() <= now) {
            expiries.removeFirst();
            if (next.isCurrent() && stack.withdraw(next.member())) {
                context.counters.idled(next.member(), now);
                onExpired.accept(next.member());
            }
            next = expiries.first();
        }
        if (next != null && timer == null) {
            armTimer(now, next.atNanos());
        }
    }

    private void armTimer(long nowNanos, long atNanos) {
        if (timer != null) {
            timer.cancel();
        }
        timerAtNanos = atNanos;
        timer = context.scheduler.schedule(
                Duration.ofNanos(Math.max(0, atNanos - nowNanos)), () -> mailbox.run(this::expire));
    }

    /** Returns when the member that has been ready longest became so; {@link Long#MAX_VALUE} where there is none. */
    long oldestSinceNanos() {
        long[] oldest = {Long.MAX_VALUE};
        stack.forEach(member -> oldest[0] = Math.min(oldest[0], member.readySinceNanos));
        return oldest[0];
    }

    /** Shows the members that are ready now to {@code action}. */
    void forEach(Consumer<Member> action) {
        stack.forEach(action);
    }

    private static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return sum < a ? Long.MAX_VALUE : sum;
    }
}
