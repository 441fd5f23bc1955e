package dev.agentperf.pool;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Members that may be claimed by threads that may be in each other's way. Lock-free for any number of claimers.
 *
 * <p>Thread-safe, but for {@link #withdrawn}, which is called from the type's mailbox.
 */
final class ReadyLanes {
    /*
     * One stack as a rule: the one used last is claimed first. Cores that claim and release at the same instant would take the
     * stack's head, and each other's members, out of each other's caches at every step. So a release that collides with
     * another spreads the members over lanes, one for a thread by its number, for as long as collisions are likely. Meanwhile the
     * order is kept within each lane only; a claim looks through all of them before it misses.
     */
    private static final int LANES =
            Integer.highestOneBit(4 * Math.min(16, Runtime.getRuntime().availableProcessors()));

    /** Until then after a collision: a second of none shows that the crowd is gone. */
    private static final long SPREAD_NANOS = 1_000_000_000;

    private final ReadyStack main = new ReadyStack();
    private volatile List<ReadyStack> lanes = List.of();
    private volatile long spreadUntilNanos = Long.MIN_VALUE;

    /** Makes a member claimable. */
    void push(Member member, long nowNanos) {
        if (nowNanos < spreadUntilNanos) {
            own(lanes).push(member);
        } else if (!main.tryPush(member)) {
            spread(nowNanos);
            own(lanes).push(member);
        }
    }

    /** Returns a member that the caller now owns, or null. */
    @Nullable
    Member take(long nowNanos) {
        List<ReadyStack> beside = lanes;
        if (beside.isEmpty()) {
            return main.take(nowNanos);
        }
        Member taken = nowNanos < spreadUntilNanos ? own(beside).take(nowNanos) : null;
        if (taken == null) {
            taken = main.take(nowNanos);
        }
        for (int lane = 0; taken == null && lane < LANES; lane++) {
            taken = beside.get(lane).take(nowNanos);
        }
        return taken;
    }

    /** Goes on in lanes for a while. */
    void spread(long nowNanos) {
        if (lanes.isEmpty()) {
            makeLanes();
        }
        spreadUntilNanos = nowNanos + SPREAD_NANOS;
    }

    private synchronized void makeLanes() {
        if (lanes.isEmpty()) {
            lanes = ReadyStack.sideBySide(LANES);
        }
    }

    private static ReadyStack own(List<ReadyStack> lanes) {
        return lanes.get((int) Thread.currentThread().getId() & (LANES - 1));
    }

    /** Learns that a member was taken away from all claimers. One thread at a time. */
    void withdrawn() {
        main.withdrawn();
        lanes.forEach(ReadyStack::withdrawn);
    }

    boolean hasNoneReady() {
        return main.hasNoneReady() && lanes.stream().allMatch(ReadyStack::hasNoneReady);
    }

    /** Shows the members that are claimable now to {@code action}, the most recently used one of each lane first. */
    void forEach(Consumer<Member> action) {
        main.forEach(action);
        lanes.forEach(lane -> lane.forEach(action));
    }
}
