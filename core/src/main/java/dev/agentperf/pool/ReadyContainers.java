package dev.agentperf.pool;

import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ready containers of one type.
 *
 * <p>{@link #take} and the views may be called from any thread; all else from the type's mailbox.
 */
final class ReadyContainers {
    /*
     * Last in, first out: the most recently used container is claimed first, so that those beyond the demand grow old and
     * expire. Claimers take from the head and the expiry from the tail; who wins the member's state owns it, so a member that
     * was polled but lost is just skipped.
     */
    private final ConcurrentLinkedDeque<Member> deque = new ConcurrentLinkedDeque<>();
    private final PriorityQueue<Expiry> expiries =
            new PriorityQueue<>(Comparator.comparingLong(Expiry::atNanos).thenComparingLong(Expiry::readySinceNanos));
    private final PoolContext context;
    private final Executor mailbox;
    private final Consumer<Member> onExpired;
    private @Nullable Scheduled timer;
    private long timerAtNanos;

    ReadyContainers(PoolContext context, Executor mailbox, Consumer<Member> onExpired) {
        this.context = context;
        this.mailbox = mailbox;
        this.onExpired = onExpired;
    }

    /** Returns a member that the caller now owns, or null. Lock-free. */
    @Nullable
    Member take(long nowNanos) {
        Member member = deque.pollFirst();
        while (member != null && !member.tryLease()) {
            member = deque.pollFirst();
        }
        if (member != null) {
            context.counters.idled(member, nowNanos);
        }
        return member;
    }

    /** Makes a member of the stock claimable, for as long as the policy wants it. */
    void put(Member member, long nowNanos) {
        member.ready(nowNanos);
        deque.addFirst(member);
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

    /** Takes the member of the stock that has been ready longest away from all claimers; null where there is none. */
    @Nullable
    Member withdrawFromStock() {
        return withdrawFirst(true);
    }

    /** Takes the member that has been ready longest away from all claimers; null where there is none. */
    @Nullable
    Member withdrawOldest() {
        return withdrawFirst(false);
    }

    private @Nullable Member withdrawFirst(boolean stockOnly) {
        for (Iterator<Member> oldestFirst = deque.descendingIterator(); oldestFirst.hasNext(); ) {
            Member member = oldestFirst.next();
            if ((!stockOnly || member.inStock) && withdraw(member)) {
                return member;
            }
        }
        return null;
    }

    private boolean withdraw(Member member) {
        if (!member.tryRetire()) {
            return false;
        }
        deque.removeLastOccurrence(member);
        context.counters.idled(member, context.ticker.read());
        return true;
    }

    private void expire() {
        timer = null;
        long now = context.ticker.read();
        Expiry next = expiries.peek();
        while (next != null && next.atNanos <= now) {
            expiries.poll();
            if (next.isCurrent() && withdraw(next.member)) {
                onExpired.accept(next.member);
            }
            next = expiries.peek();
        }
        if (next != null && timer == null) {
            armTimer(now, next.atNanos);
        }
    }

    private void armTimer(long nowNanos, long atNanos) {
        if (timer != null) {
            timer.cancel();
        }
        timerAtNanos = atNanos;
        timer = context.scheduler.schedule(
                Duration.ofNanos(Math.max(0, atNanos - nowNanos)), () -> mailbox.execute(this::expire));
    }

    /** Returns when the member that has been ready longest became so; {@link Long#MAX_VALUE} where there is none. */
    long oldestSinceNanos() {
        Member oldest = deque.peekLast();
        return oldest == null ? Long.MAX_VALUE : oldest.readySinceNanos;
    }

    /** Adds up a figure of the members that are ready now. */
    void forEach(Consumer<Member> action) {
        for (Member member : deque) {
            if (member.isReady()) {
                action.accept(member);
            }
        }
    }

    private static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return sum < a ? Long.MAX_VALUE : sum;
    }

    /** When a member's time is over, if it has not been claimed in between. */
    private record Expiry(Member member, long readySinceNanos, long atNanos) {
        boolean isCurrent() {
            return member.isReady() && member.readySinceNanos == readySinceNanos;
        }
    }
}
