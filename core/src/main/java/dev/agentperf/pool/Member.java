package dev.agentperf.pool;

import dev.agentperf.runtime.Container;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A container in the pool's hands; as a message to its type's mailbox, it says that its lease is over.
 *
 * <p>Who owns it follows from its state. While it is {@code READY} anyone may try to take it. While it is
 * {@code PAUSED} it is idle as well, but nobody may use it before it is woken. While it is {@code LEASED} it belongs to
 * the lease of its generation, until that gives it back, once. While it is {@code HELD} it belongs to whoever took it:
 * a claim that is about to lease it, the mailbox, or the way back that its release has begun ({@link Returns}). The
 * fields that are not volatile belong to its owner.
 */
final class Member extends Apart implements Runnable {
    private static final int READY = 0;
    private static final int LEASED = 1;
    private static final int HELD = 2;
    private static final int PAUSED = 3;
    private static final int STATE_BITS = 2;
    private static final int STATES = 1 << STATE_BITS;

    private static final AtomicIntegerFieldUpdater<Member> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Member.class, "state");
    private static final AtomicLongFieldUpdater<Member> CLAIMS_AT_ONCE =
            AtomicLongFieldUpdater.newUpdater(Member.class, "claimsAtOnce");
    private static final AtomicLongFieldUpdater<Member> READY_SINCE =
            AtomicLongFieldUpdater.newUpdater(Member.class, "readySinceNanos");
    private static final AtomicLongFieldUpdater<Member> TAKEN_AT =
            AtomicLongFieldUpdater.newUpdater(Member.class, "takenAtNanos");

    final Keeper keeper;
    final Container container;
    final long createdNanos;
    final long memoryBytes;

    /** Whether it belongs to the stock that the policy asked for, rather than being kept for a while. */
    boolean inStock;

    /** Whether it was made for an expected claim, and no claim has had it yet. */
    boolean isAhead;

    /** Whether the policy has to hear when it is back from its claim. */
    boolean isComingBack;

    /** Whether the container has ended on its own. Written by the mailbox, whoever owns the member. */
    volatile boolean isGone;

    /** Whose work it has done and may do again; null for a fresh one. Written by whoever takes it. */
    @Nullable
    String tenant;

    /** What notices that its lease was dropped. Written by whoever takes it, before it is leased. */
    @Nullable
    LeaseGuard guard;

    /** Where it stood ready last. Written by whoever takes it. */
    ReadyStack.@Nullable Node lastPlace;

    int uses;

    /** Its index among its type's {@link LiveMembers}. Written by the mailbox, whoever owns the member. */
    int index;

    /** Until when it is to be kept ready; in the past for one of the stock. */
    long keptUntilNanos;

    /* The state, and above it the generation: how often it has come back or was woken. What belongs to an earlier one, a lease or an
     * expiry, has no hold on it. */
    private volatile int state = HELD;

    private volatile long readySinceNanos;
    private volatile long takenAtNanos;
    private volatile long claimsAtOnce;

    Member(Keeper keeper, Container container, long nowNanos) {
        this.keeper = keeper;
        this.container = container;
        this.createdNanos = nowNanos;
        this.memoryBytes = container.spec().limits().memoryBytes();
    }

    /** Makes it claimable; what makes it visible to claimers publishes this too. */
    void ready(long nowNanos) {
        READY_SINCE.lazySet(this, nowNanos);
        STATE.lazySet(this, generation() * STATES + READY);
    }

    boolean isReady() {
        return stateOf(state) == READY;
    }

    boolean isPaused() {
        return stateOf(state) == PAUSED;
    }

    /** Returns whether it is ready or paused. */
    boolean isIdle() {
        return isIdle(state);
    }

    private static boolean isIdle(int state) {
        return stateOf(state) == READY || stateOf(state) == PAUSED;
    }

    boolean isLeased() {
        return stateOf(state) == LEASED;
    }

    int generation() {
        return state >> STATE_BITS;
    }

    /* By bits, which stay right when the generations overflow. */
    private static int stateOf(int state) {
        return state & (STATES - 1);
    }

    /* These are mostly the same as before, and a write that is left out is one that no garbage collector has to look at. */
    /** Notes for whom it works from now on. By its owner. */
    void workFor(String newTenant) {
        if (!newTenant.equals(tenant)) {
            tenant = newTenant;
        }
    }

    /** Notes by which place it was taken. By its owner. */
    void leaves(ReadyStack.Node place) {
        if (lastPlace != place) {
            lastPlace = place;
        }
    }

    /* Counted here, where its owner is alone, rather than in one place that all claimers write. */
    /** Counts a claim that found it ready. By its owner. */
    void claimedAtOnce() {
        CLAIMS_AT_ONCE.lazySet(this, claimsAtOnce + 1);
    }

    /** Returns how many claims found it ready. */
    long claimsAtOnce() {
        return claimsAtOnce;
    }

    /** Takes a ready one for a claim; exactly one caller succeeds. */
    boolean tryTake(long nowNanos) {
        int seen = state;
        if (stateOf(seen) != READY || !STATE.compareAndSet(this, seen, seen - READY + HELD)) {
            return false;
        }
        TAKEN_AT.lazySet(this, nowNanos);
        return true;
    }

    /** Notes whose claim it serves that had to wait: it has not been idle for it. By the mailbox. */
    void serve(long nowNanos, String newTenant) {
        workFor(newTenant);
        READY_SINCE.lazySet(this, nowNanos);
        TAKEN_AT.lazySet(this, nowNanos);
    }

    /** Gives it to a lease, whose guard it has got. By its owner. */
    void lease() {
        STATE.lazySet(this, generation() * STATES + LEASED);
    }

    /** Takes an idle one away from all others; exactly one caller succeeds. */
    boolean tryWithdraw() {
        int seen = state;
        return isIdle(seen) && STATE.compareAndSet(this, seen, seen - stateOf(seen) + HELD);
    }

    /** Lets one that was withdrawn stay idle, out of reach of claimers. By the mailbox. */
    void pause() {
        state = generation() * STATES + PAUSED;
    }

    /** Ends the idle time of one that was withdrawn: it is woken for a claim. By the mailbox. */
    void wake(long nowNanos) {
        TAKEN_AT.lazySet(this, nowNanos);
        state = (generation() + 1) * STATES + HELD;
    }

    boolean isLeasedAs(int generation) {
        return state == generation * STATES + LEASED;
    }

    /** Ends a lease that this guard was for, if there is one. */
    boolean takeBack(LeaseGuard lost) {
        int seen = state;
        return stateOf(seen) == LEASED && guard == lost && giveBack(seen >> STATE_BITS);
    }

    /** Ends the lease of a generation; returns whether it was not over yet. */
    boolean giveBack(int generation) {
        return STATE.compareAndSet(this, generation * STATES + LEASED, (generation + 1) * STATES + HELD);
    }

    /** Returns for how long it stood ready before it was taken last, in nanoseconds. */
    long idledNanos() {
        return Math.max(0, takenAtNanos - readySinceNanos);
    }

    /** Returns for how long it has been idle, in nanoseconds. */
    long idleNanos(long nowNanos) {
        return Math.max(0, nowNanos - readySinceNanos);
    }

    /** Returns since when it has been ready, in nanoseconds of the pool's ticker. */
    long readySinceNanos() {
        return readySinceNanos;
    }

    /** Returns for how long it has been in use, in nanoseconds. */
    long inUseNanos(long nowNanos) {
        return Math.max(0, nowNanos - takenAtNanos);
    }

    /** Comes back: the message that a released lease sends. */
    @Override
    public void run() {
        keeper.released(this);
    }
}
