package dev.agentperf.pool;

import dev.agentperf.time.Workers;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a lease of one member was dropped without being released: the garbage collector tells when nobody has
 * its {@link Grip} any more. The member holds its guard, so nothing is registered anywhere.
 */
final class LeaseGuard extends WeakReference<LeaseGuard.Grip> {
    /*
     * Not the lease itself is watched but what it holds on to until it is released. So a member's leases, of which there is one at a
     * time, can share one guard. That spares each claim a reference from the old member to a young guard, behind which a garbage
     * collector puts a fence, and a lease that its claimer keeps to itself need not be an object at all.
     *
     * Between two leases nobody has the grip, and the collector may take it. That tells nothing: the member is not leased then, and
     * it gets another guard before it is leased again.
     */
    private static final ReferenceQueue<Grip> DROPPED = new ReferenceQueue<>();

    static {
        Workers.serve("agentperf-leases", LeaseGuard::watch);
    }

    private final Member member;
    private @Nullable ClaimOrigin origin;

    /** What only a lease that is not released holds on to. */
    static final class Grip {}

    private LeaseGuard(Grip grip, Member member) {
        super(grip, DROPPED);
        this.member = member;
    }

    /** Returns what the next lease of a member has to hold on to until it is released. By the member's owner. */
    static Grip gripOn(Member member, @Nullable ClaimOrigin origin) {
        LeaseGuard guard = member.guard;
        Grip grip = guard == null ? null : guard.get();
        if (guard == null || grip == null) {
            grip = new Grip();
            guard = new LeaseGuard(grip, member);
            member.guard = guard;
        }
        if (guard.origin != origin) {
            guard.origin = origin;
        }
        return grip;
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
        if (member.takeBack(this)) {
            member.keeper.dropped(member, origin);
        }
    }
}
