package dev.agentperf.pool;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Members that may be claimed, the most recently used one first. Lock-free for any number of claimers. */
final class ReadyStack {
    /*
     * A Treiber stack (1986). Last in, first out: containers beyond the demand sink, grow old, and expire.
     *
     * A node never changes, so that the ABA problem is none: wherever a node is on top, what is below it is what it names. That is
     * also why a member may be pushed by the node it was taken by, where that names what is on top now, as it mostly does. It
     * spares the node, and the fence that a garbage collector puts behind a reference from an old object to a young one.
     *
     * Who wins a member's state owns it, wherever its node is. A member that was withdrawn leaves its node behind, and claimers
     * skip it; at the bottom of a stack that never runs empty such nodes would pile up, so the one who withdraws counts them, after as
     * many withdrawals as there were live members at the last count, and rebuilds the stack when they are the greater part. A
     * claimer that finds the stack empty meanwhile asks the mailbox, which does the rebuilding and answers afterwards.
     */
    private static final int FEW = 32;

    /** 128 bytes of references: two lines, for they are fetched in pairs. */
    private static final int APART = 32;

    /* Stacks that are to be used side by side have their heads in one array, far enough from each other, and from the array's
     * length, which each access reads, not to share a cache line. */
    private final AtomicReferenceArray<@Nullable Node> heads;

    private final int at;
    private int live;
    private int dead;
    private int withdrawnSinceCount;

    /** A member's place in a stack, and the one below it. Immutable; equal to itself only. */
    static final class Node {
        private final Member member;
        private final @Nullable Node next;

        private Node(Member member, @Nullable Node next) {
            this.member = member;
            this.next = next;
        }
    }

    ReadyStack() {
        this(new AtomicReferenceArray<>(1), 0);
    }

    private ReadyStack(AtomicReferenceArray<@Nullable Node> heads, int at) {
        this.heads = heads;
        this.at = at;
    }

    /** Returns stacks that as many threads can use at once without being in each other's way. */
    static List<ReadyStack> sideBySide(int count) {
        AtomicReferenceArray<@Nullable Node> heads = new AtomicReferenceArray<>((count + 1) * APART);
        return IntStream.range(0, count)
                .mapToObj(lane -> new ReadyStack(heads, (lane + 1) * APART))
                .toList();
    }

    /** Makes a member claimable. */
    void push(Member member) {
        while (!tryPush(member)) {
            Thread.onSpinWait();
        }
    }

    /** Makes a member claimable, or returns false where another thread was in the way. */
    boolean tryPush(Member member) {
        Node top = heads.get(at);
        Node last = member.lastPlace;
        return heads.compareAndSet(at, top, last != null && last.next == top ? last : new Node(member, top));
    }

    /** Returns a member that the caller now owns, or null. */
    @Nullable
    Member take(long nowNanos) {
        for (Node top = heads.get(at); top != null; top = heads.get(at)) {
            if (heads.compareAndSet(at, top, top.next) && top.member.tryTake(nowNanos)) {
                top.member.leaves(top);
                return top.member;
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
        for (Node node = heads.get(at); node != null; node = node.next) {
            if (node.member.isReady()) {
                return false;
            }
        }
        return true;
    }

    private void count() {
        withdrawnSinceCount = 0;
        live = 0;
        dead = 0;
        for (Node node = heads.get(at); node != null; node = node.next) {
            if (node.member.isReady()) {
                live++;
            } else {
                dead++;
            }
        }
    }

    private void rebuild() {
        Node old = heads.getAndSet(at, null);
        Node reversed = null;
        for (Node node = old; node != null; node = node.next) {
            reversed = new Node(node.member, reversed);
        }
        for (Node node = reversed; node != null; node = node.next) {
            if (node.member.isReady()) {
                push(node.member);
            }
        }
    }

    /** Shows the members that are claimable now to {@code action}, the most recently used one first. */
    void forEach(Consumer<Member> action) {
        for (Node node = heads.get(at); node != null; node = node.next) {
            if (node.member.isReady()) {
                action.accept(node.member);
            }
        }
    }
}
