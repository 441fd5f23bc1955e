package dev.agentperf.pool;

import dev.agentperf.time.Workers;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a lease was dropped without being released: the garbage collector tells when nobody can release it any
 * more. The member holds its guard, so nothing is registered anywhere and a release costs one write.
 */
final class LeaseGuard extends WeakReference<Lease> {
    private static final ReferenceQueue<Lease> DROPPED = new ReferenceQueue<>();

    static {
        Workers.serve("agentperf-leases", LeaseGuard::watch);
    }

    private final Member member;
    private final int generation;
    private final @Nullable ClaimOrigin origin;

    LeaseGuard(Lease lease, Member member, int generation, @Nullable ClaimOrigin origin) {
        super(lease, DROPPED);
        this.member = member;
        this.generation = generation;
        this.origin = origin;
    }

    private static void watch() {
        while (true) {
            try {
                ((LeaseGuard) DROPPED.remove()).dropped();
            } catch (InterruptedException nobodyMeansIt) {
                /* The thread is this class's own and serves until the process ends. */
            }
        }
    }

    private void dropped() {
        if (member.giveBack(generation)) {
            member.keeper.dropped(member, origin);
        }
    }
}
