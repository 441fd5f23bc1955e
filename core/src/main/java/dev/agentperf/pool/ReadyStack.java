package dev.agentperf.pool;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Members that may be claimed, the most recently used one first. Lock-free for any number of claimers. */
final class ReadyStack {
    /*
     * A Treiber stack (1986). A node is made for each push and never pushed again, so that the garbage collector rules the ABA
     * problem out. Last in, first out: containers beyond the demand sink, grow old, and expire.
     *
     * Who wins a member's state owns it, wherever its node is. A member that was withdrawn leaves its node behind, and claimers
     * skip it; at the bottom of a stack that never runs empty such nodes would pile up, so the one who withdraws counts them, after as
     * many withdrawals as there were live members at the last count, and rebuilds the stack when they are the greater part. A
     * claimer that finds the stack empty meanwhile asks the mailbox, which does the rebuilding and answers afterwards.
     */
    private static final int FEW = 32;

    private final AtomicReference<@Nullable Node> head = new AtomicReference<>();
    private int live;
    private int dead;
    private int withdrawnSinceCount;

    private record Node(Member member, @Nullable Node next) {}

    /** Makes a member claimable. */
    void push(Member member) {
        Node top;
        do {
            top = head.get();
        } while (!head.compareAndSet(top, new Node(member, top)));
    }

    /** Returns a member that the caller now owns, or null. */
    @Nullable
    Member take(long nowNanos) {
        for (Node top = head.get(); top != null; top = head.get()) {
            if (head.compareAndSet(top, top.next()) && top.member().tryLease(nowNanos)) {
                return top.member();
            }
        }
        return null;
    }

    /** Learns that a member was taken away from all claimers. One thread at a time. */
    void withdrawn() {
        if (++withdrawnSinceCount >= Math.max(FEW, live)) {
            count();
            if (dead > live) {
                rebuild();
            }
        }
    }

    boolean hasNoneReady() {
        for (Node node = head.get(); node != null; node = node.next()) {
            if (node.member().isReady()) {
                return false;
            }
        }
        return true;
    }

    private void count() {
        withdrawnSinceCount = 0;
        live = 0;
        dead = 0;
        for (Node node = head.get(); node != null; node = node.next()) {
            if (node.member().isReady()) {
                live++;
            } else {
                dead++;
            }
        }
    }

    private void rebuild() {
        Node old = head.getAndSet(null);
        Node reversed = null;
        for (Node node = old; node != null; node = node.next()) {
            reversed = new Node(node.member(), reversed);
        }
        for (Node node = reversed; node != null; node = node.next()) {
            if (node.member().isReady()) {
                push(node.member());
            }
        }
    }

    /** Shows the members that are claimable now to {@code action}, the most recently used one first. */
    void forEach(Consumer<Member> action) {
        for (Node node = head.get(); node != null; node = node.next()) {
            if (node.member().isReady()) {
                action.accept(node.member());
            }
        }
    }
}
