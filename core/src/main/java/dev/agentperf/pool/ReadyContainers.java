package dev.agentperf.pool;

import dev.agentperf.pool.Expiries.Expiry;
import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ready containers of one type: fresh ones for anyone, used ones for the tenant they have worked for.
 *
 * <p>{@link #take} and {@link #forEach} may be called from any thread; all else from the type's mailbox.
 */
final class ReadyContainers {
    private final ReadyStack fresh = new ReadyStack();

    /* The stack of claims without a tenant is looked up without the map: there may be no other. */
    private final ReadyStack ofNoTenant = new ReadyStack();
    private final Map<String, ReadyStack> ofTenant = new ConcurrentHashMap<>();

    private final Expiries expiries = new Expiries();
    private final PoolContext context;
    private final Mailbox mailbox;
    private final Counters counters;
    private final Consumer<Member> onExpired;
    private @Nullable Scheduled timer;
    private long timerAtNanos;

    ReadyContainers(PoolContext context, Mailbox mailbox, Counters counters, Consumer<Member> onExpired) {
        this.context = context;
        this.mailbox = mailbox;
        this.counters = counters;
        this.onExpired = onExpired;
    }

    /** Returns a member that the caller now owns, one that has worked for the tenant first, or null. Lock-free. */
    @Nullable
    Member take(String tenant, long nowNanos) {
        ReadyStack own = tenant.isEmpty() ? ofNoTenant : ofTenant.get(tenant);
        Member used = own == null ? null : own.take(nowNanos);
        return used != null ? used : fresh.take(nowNanos);
    }

    private ReadyStack stackOf(Member member) {
        String tenant = member.tenant;
        if (tenant == null) {
            return fresh;
        }
        return tenant.isEmpty() ? ofNoTenant : ofTenant.computeIfAbsent(tenant, added -> new ReadyStack());
    }

    /** Makes a member of the stock claimable, for as long as the policy wants it. */
    void put(Member member, long nowNanos) {
        member.ready(nowNanos);
        stackOf(member).push(member);
    }

    /** Makes a member claimable for a while. */
    void put(Member member, long nowNanos, Duration keep) {
        put(member, nowNanos);
        long atNanos = saturatedAdd(nowNanos, keep.toNanos());
        expiries.add(new Expiry(member, member.generation(), nowNanos, atNanos));
        if (timer == null || atNanos < timerAtNanos) {
            armTimer(nowNanos, atNanos);
        }
    }

    /** Takes this member away from all claimers, if it is ready. */
    boolean withdraw(Member member) {
        boolean withdrawn = stackOf(member).withdraw(member);
        if (withdrawn) {
            counters.idled(member, member.idleNanos(context.ticker.read()));
            forgetStack(member.tenant);
        }
        return withdrawn;
    }

    /* A tenant may never come again. A claimer that still holds the stack finds it empty and asks the mailbox. */
    private void forgetStack(@Nullable String tenant) {
        ReadyStack stack = tenant == null ? null : ofTenant.get(tenant);
        if (stack != null && stack.hasNoneReady()) {
            ofTenant.remove(tenant);
        }
    }

    /** Takes the member of the stock that has been ready longest away from all claimers; null where there is none. */
    @Nullable
    Member withdrawFromStock() {
        return withdrawOldest(member -> member.inStock);
    }

    /** Takes the member that has been ready longest away from all claimers; null where there is none. */
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
        forEach(oldest);
        return oldest.found;
    }

    private void expire() {
        timer = null;
        long now = context.ticker.read();
        Expiry next = expiries.first();
        while (next != null && next.atNanos() <= now) {
            expiries.removeFirst();
            if (next.isCurrent() && withdraw(next.member())) {
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
        Member oldest = oldest(member -> true);
        return oldest == null ? Long.MAX_VALUE : oldest.readySinceNanos();
    }

    /** Shows the members that are ready now to {@code action}. */
    void forEach(Consumer<Member> action) {
        fresh.forEach(action);
        ofNoTenant.forEach(action);
        ofTenant.values().forEach(stack -> stack.forEach(action));
    }

    private static long saturatedAdd(long a, long b) {
        long sum = a + b;
        return sum < a ? Long.MAX_VALUE : sum;
    }

    /** Finds the member that has been ready longest; of two, the one that lies deeper. */
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
