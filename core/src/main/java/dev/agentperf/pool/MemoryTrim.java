package dev.agentperf.pool;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes idle containers of several types away because memory is short: those first that have been idle longest. */
final class MemoryTrim {
    private static final Comparator<Idle> BY_AGE =
            Comparator.comparingLong(Idle::sinceNanos).thenComparingLong(idle -> idle.member.createdNanos);

    private MemoryTrim() {}

    /* When it became idle may change meanwhile, which no sorting could bear. */
    private record Idle(Member member, long sinceNanos) {}

    /** Returns how many bytes were released: at least so many, unless none is idle any more. From any thread. */
    static long release(Collection<TypePool> types, long bytes) {
        long released = 0;
        for (Idle idle : byAge(types)) {
            if (released >= bytes) {
                break;
            }
            if (idle.member.tryWithdraw()) {
                idle.member.keeper.trimmed(idle.member);
                released += idle.member.memoryBytes;
            }
        }
        return released;
    }

    private static List<Idle> byAge(Collection<TypePool> types) {
        return types.stream()
                .<Idle>mapMulti((type, found) -> type.forEach(member -> {
                    if (member.isIdle()) {
                        found.accept(new Idle(member, member.readySinceNanos()));
                    }
                }))
                .sorted(BY_AGE)
                .toList();
    }
}
