package dev.agentperf.pool;

import dev.agentperf.runtime.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The containers of one type that have been made and not been ended. In no order.
 *
 * <p>Only the type's mailbox changes them, and reads them without a lock; views from other threads take one.
 */
final class LiveMembers {
    /* A list and no map: all but a death know their member, and a replay makes and ends millions. */
    private final List<Member> members = new ArrayList<>();
    private long claimsAtOnceOfEnded;

    /** Adds one. By the mailbox. */
    synchronized void add(Member member) {
        member.index = members.size();
        members.add(member);
    }

    /*
     * In one step for whoever counts: a claim is neither left out nor counted twice. A place names those below it, and so would a
     * lease that somebody still holds name containers that ended long ago.
     */
    /** Removes one. By the mailbox. */
    synchronized void remove(Member member) {
        Member last = members.remove(members.size() - 1);
        if (last != member) {
            members.set(member.index, last);
            last.index = member.index;
        }
        claimsAtOnceOfEnded += member.claimsAtOnce();
        member.lastPlace = null;
    }

    /** Returns the one that a container belongs to; null where it was ended, or made by others. By the mailbox. */
    @Nullable
    Member find(Container container) {
        for (Member member : members) {
            if (member.container.id().equals(container.id())) {
                return member;
            }
        }
        return null;
    }

    /** Returns how many there are. By the mailbox. */
    int size() {
        return members.size();
    }

    /** Returns whether any is leased, or on its way to or from a lease. By the mailbox. */
    boolean isAnyInUse() {
        return members.stream().anyMatch(member -> !member.isIdle());
    }

    /** Shows each to {@code action}. By the mailbox. */
    void forEach(Consumer<Member> action) {
        members.forEach(action);
    }

    /** Returns those there are now. From any thread. */
    synchronized List<Member> snapshot() {
        return List.copyOf(members);
    }

    /** Returns how many claims found a ready container at once, so far. From any thread. */
    synchronized long claimsAtOnce() {
        return members.stream().mapToLong(Member::claimsAtOnce).sum() + claimsAtOnceOfEnded;
    }
}
