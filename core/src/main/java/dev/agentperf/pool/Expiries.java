package dev.agentperf.pool;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * When the time of each idle member is over, the earliest first. Not thread-safe.
 *
 * <p>Where every container is kept for the same time, they end in the order in which they became ready: such a queue
 * takes no sorting. Only what ends before its predecessor goes into a heap.
 */
final class Expiries {
    private final ArrayDeque<Expiry> inOrder = new ArrayDeque<>();
    private final PriorityQueue<Expiry> others = new PriorityQueue<>(Expiry.BY_TIME);

    /** When a member's time is over, if it has not been claimed in between. */
    record Expiry(Member member, int generation, long readySinceNanos, long atNanos) {
        static final Comparator<Expiry> BY_TIME = Expiry::compare;

        boolean isCurrent() {
            return member.isIdle() && member.generation() == generation;
        }

        private static int compare(Expiry a, Expiry b) {
            int byTime = Long.compare(a.atNanos, b.atNanos);
            return byTime != 0 ? byTime : Long.compare(a.readySinceNanos, b.readySinceNanos);
        }
    }

    void add(Expiry expiry) {
        Expiry last = inOrder.peekLast();
        if (last == null || Expiry.compare(last, expiry) <= 0) {
            inOrder.addLast(expiry);
        } else {
            others.add(expiry);
        }
    }

    /** Returns the earliest; null where there is none. */
    @Nullable
    Expiry first() {
        return isFirstInOrder() ? inOrder.peekFirst() : others.peek();
    }

    private boolean isFirstInOrder() {
        Expiry first = inOrder.peekFirst();
        Expiry other = others.peek();
        return first != null && (other == null || Expiry.compare(first, other) <= 0);
    }

    /** Removes what {@link #first} returns. */
    void removeFirst() {
        if (isFirstInOrder()) {
            inOrder.pollFirst();
        } else {
            others.poll();
        }
    }
}
