package dev.agentperf.pool;

import dev.agentperf.time.Workers;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a lease was dropped without being released: the garbage collector tells when nobody can release it any
 * more.
 */
final class LeaseGuard extends WeakReference<LeaseGuard.Grip> {
    /*
     * What the guard watches is the grip, which only the lease of its member holds. A lease that is released lets go of it, and the
     * next lease takes the same one, if the garbage collector did not come between; so a claim makes no guard as a rule, and writes
     * nothing into the member, which is old and would have to be noted for the garbage collector. The guard remembers the last
     * lease that took the grip: once the grip is garbage no other can, and either that lease has been released, or it was dropped.
     *
     * A grip that goes from lease to lease grows old, and what is old is collected rarely: so each serves a few leases only.
     */
    private static final int LEASES = 64;

    private static final ReferenceQueue<Grip> DROPPED = new ReferenceQueue<>();

    static {
        Workers.serve("agentperf-leases", LeaseGuard::watch);
    }

    private final Member member;
    private int generation;
    private @Nullable ClaimOrigin origin;

    /** Is held by the lease of a member, and by nothing else. */
    static final class Grip {}

    private LeaseGuard(Grip grip, Member member) {
        super(grip, DROPPED);
        this.member = member;
    }

    /**
     * Returns what the lease of a member has to hold until it is released. By the owner of the member.
     *
     * @param generation the lease's
     */
    static Grip grip(Member member, int generation, @Nullable ClaimOrigin origin) {
        LeaseGuard guard = member.guard;
        Grip grip = guard == null || generation % LEASES == 0 ? null : guard.get();
        if (guard == null || grip == null) {
            grip = new Grip();
            guard = new LeaseGuard(grip, member);
            member.guard = guard;
        }
        try {
            guard.guards(generation, origin);
        } finally {
            // Not before: whoever hears that it is garbage reads what was written.
            Reference.reachabilityFence(grip);
        }
        return grip;
    }

    private void guards(int newGeneration, @Nullable ClaimOrigin newOrigin) {
        generation = newGeneration;
        if (origin != newOrigin) {
            origin = newOrigin;
        }
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
