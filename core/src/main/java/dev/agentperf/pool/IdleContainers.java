package dev.agentperf.pool;

import dev.agentperf.pool.Expiries.Expiry;
import dev.agentperf.pool.StandBy.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The idle containers of one type: ready ones, and those that have been ready for so long that they are paused. Knows
 * which of them has been idle longest, and when the time of each is over.
 *
 * <p>{@link #take}, {@link #putAtOnce} and {@link #oldestSinceNanos} may be called from any thread; all else from the
 * type's mailbox.
 */
final class IdleContainers {
    static final long NEVER = Long.MAX_VALUE;
    private static final long RETRY_NANOS = 1_000_000_000;

    private final PoolContext context;
    private final Counters counters;
    private final Consumer<Member> onExpired;
    private final ReadyContainers ready = new ReadyContainers();
    private final StandBy standBy;
    private final Expiries expiries = new Expiries();
    private final Alarm expiry;
    private final Alarm pause;
    private final long pauseAfterNanos;

    IdleContainers(TypeContext type, Consumer<Member> onExpired) {
        this.context = type.pool;
        this.counters = type.counters;
        this.onExpired = onExpired;
        this.standBy = new StandBy(type);
        this.expiry = new Alarm(type, this::expire);
        this.pause = new Alarm(type, this::pauseLongIdle);
        this.pauseAfterNanos = context.config.pauseAfter().toNanos();
    }

    // ---- coming and going

    /** Returns a ready one that the caller now owns, one that has worked for the tenant first, or null. Lock-free. */
    @Nullable
    Member take(String tenant, long nowNanos) {
        return ready.take(tenant, nowNanos);
    }

    /** Makes a member of the stock claimable, for as long as the policy wants it. */
    void put(Member member, long nowNanos) {
        putAtOnce(member, nowNanos);
        awaitPause(nowNanos, nowNanos);
    }

    /** Same as {@link #put}, from any thread: {@link #awaitPause} has to follow, by the mailbox. */
    void putAtOnce(Member member, long nowNanos) {
        member.keptUntilNanos = nowNanos;
        ready.put(member, nowNanos);
    }

    /** Makes a member claimable for a while. */
    void put(Member member, long nowNanos, Duration keep) {
        put(member, nowNanos);
        member.keptUntilNanos = saturatedAdd(nowNanos, keep.toNanos());
        expiries.add(new Expiry(member, member.generation(), nowNanos, member.keptUntilNanos));
        expiry.ringAt(member.keptUntilNanos, nowNanos);
    }

    /** Takes this member away from all claimers, if it is idle. */
    boolean withdraw(Member member) {
        boolean withdrawn = member.tryWithdraw();
        if (withdrawn) {
            withdrawn(member);
        }
        return withdrawn;
    }

    /** Learns that an idle member was taken away from all claimers. */
    void withdrawn(Member member) {
        if (!standBy.withdrawn(member)) {
            ready.withdrawn(member);
        }
        counters.idled(member, member.idleNanos(context.ticker.read()));
    }

    /** Takes the member of the stock that has been idle longest away from all claimers; null where there is none. */
    @Nullable
    Member withdrawFromStock() {
        return withdrawOldest(member -> member.inStock);
    }

    /** Takes the member that has been idle longest away from all claimers; null where there is none. */
    @Nullable
    Member withdrawOldest() {
        return withdrawOldest(member -> true);
    }

    private @Nullable Member withdrawOldest(Predicate<Member> fits) {
        Member oldest = oldest(fits);
        // A claimer may have been faster: then it is the claimer's, and the next oldest is sought.
        return oldest == null || withdraw(oldest) ? oldest : withdrawOldest(fits);
    }

    private @Nullable Member oldest(Predicate<Member> fits) {
        Oldest oldest = new Oldest(fits);
        standBy.forEach(oldest);
        ready.forEach(oldest);
        return oldest.found;
    }

    /** Returns how many stand ready now, for whatever tenant. */
    int count() {
        int[] count = {0};
        ready.forEach(member -> count[0]++);
        return count[0];
    }

    /** Returns when the member that has been idle longest became so; {@link Long#MAX_VALUE} where there is none. */
    long oldestSinceNanos() {
        Member oldest = oldest(member -> true);
        return oldest == null ? NEVER : oldest.readySinceNanos();
    }

    // ---- those whose time is over

    private void expire() {
        long now = context.ticker.read();
        Expiry next = expiries.first();
        while (next != null && next.atNanos() <= now) {
            expiries.removeFirst();
            if (next.isCurrent() && withdraw(next.member())) {
                onExpired.accept(next.member());
            }
            next = expiries.first();
        }
        if (next != null) {
            expiry.ringAt(next.atNanos(), now);
        }
    }

    // ---- those that stand by

    /** Takes a paused one that the tenant may have, the one that was used last; null where there is none. */
    @Nullable
    Sleeper takePaused(String tenant) {
        Sleeper sleeper = standBy.take(tenant);
        if (sleeper != null) {
            long now = context.ticker.read();
            counters.idled(sleeper.member(), sleeper.member().idleNanos(now));
            sleeper.member().wake(now);
        }
        return sleeper;
    }

    /** Wakes one that was taken; see {@link StandBy#wake}. */
    void wake(Sleeper sleeper, Runnable whenAwake, Runnable whenLost) {
        standBy.wake(sleeper, whenAwake, whenLost);
    }

    /** Whether containers that stand ready for long are paused. */
    boolean pauses() {
        return pauseAfterNanos != NEVER;
    }

    /** Sees to it that one which became ready is paused in time. */
    void awaitPause(long readySinceNanos, long nowNanos) {
        if (pauses()) {
            pause.ringAt(saturatedAdd(readySinceNanos, pauseAfterNanos), nowNanos);
        }
    }

    /* An engine that is away pauses nothing, and a claim could have none woken. */
    private void pauseLongIdle() {
        long now = context.ticker.read();
        if (context.health.isDown()) {
            pause.ringAt(saturatedAdd(now, RETRY_NANOS), now);
            return;
        }
        longIdle(now).forEach(member -> {
            if (member.tryWithdraw()) {
                ready.withdrawn(member);
                standBy.add(member);
            }
        });
        Oldest next = new Oldest(member -> true);
        ready.forEach(next);
        if (next.found != null) {
            awaitPause(next.found.readySinceNanos(), now);
        }
    }

    private List<Member> longIdle(long nowNanos) {
        List<Member> found = new ArrayList<>();
        ready.forEach(member -> {
            if (member.idleNanos(nowNanos) >= pauseAfterNanos) {
                found.add(member);
            }
        });
        found.sort(Comparator.comparingLong(Member::readySinceNanos));
        return found;
    }

    private static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return sum < a ? NEVER : sum;
    }

    /** Finds the member that has been idle longest; of two, the one that is shown later. */
    private static final class Oldest implements Consumer<Member> {
        private final Predicate<Member> fits;
        private @Nullable Member found;

        Oldest(Predicate<Member> fits) {
            this.fits = fits;
        }

        @Override
        public void accept(Member member) {
            if (fits.test(member) && (found == null || member.readySinceNanos() <= found.readySinceNanos())) {
                found = member;
            }
        }
    }
}
