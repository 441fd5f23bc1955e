package dev.agentperf.pool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ready containers of one type: fresh ones for anyone, used ones for the tenant they have worked for.
 *
 * <p>Thread-safe, but for {@link #withdrawn}, which is called from the type's mailbox.
 */
final class ReadyContainers {
    private final ReadyLanes fresh = new ReadyLanes();

    /* The stack of claims without a tenant is looked up without the map: there may be no other. */
    private final ReadyLanes ofNoTenant = new ReadyLanes();
    private final Map<String, ReadyLanes> ofTenant = new ConcurrentHashMap<>();

    /** Returns a member that the caller now owns, one that has worked for the tenant first, or null. Lock-free. */
    @Nullable
    Member take(String tenant, long nowNanos) {
        ReadyLanes own = tenant.isEmpty() ? ofNoTenant : ofTenant.get(tenant);
        Member used = own == null ? null : own.take(nowNanos);
        return used != null ? used : fresh.take(nowNanos);
    }

    /** Makes a member claimable. */
    void put(Member member, long nowNanos) {
        String tenant = member.tenant;
        member.ready(nowNanos);
        if (tenant == null) {
            fresh.push(member, nowNanos);
        } else if (tenant.isEmpty()) {
            ofNoTenant.push(member, nowNanos);
        } else {
            pushFor(tenant, member, nowNanos);
        }
    }

    /* Within the map's step for the tenant, so that its stack is not forgotten between being looked up and being pushed on. */
    private void pushFor(String tenant, Member member, long nowNanos) {
        ofTenant.compute(tenant, (same, known) -> {
            ReadyLanes stack = known == null ? new ReadyLanes() : known;
            stack.push(member, nowNanos);
            return stack;
        });
    }

    /** Learns that a member was taken away from all claimers. */
    void withdrawn(Member member) {
        String tenant = member.tenant;
        if (tenant == null) {
            fresh.withdrawn();
        } else if (tenant.isEmpty()) {
            ofNoTenant.withdrawn();
        } else {
            ofTenant.computeIfPresent(tenant, ReadyContainers::withdrawn);
        }
    }

    /* A tenant may never come again. A claimer that still holds the stack finds it empty and asks the mailbox. */
    private static @Nullable ReadyLanes withdrawn(String tenant, ReadyLanes stack) {
        stack.withdrawn();
        return stack.hasNoneReady() ? null : stack;
    }

    /** Shows the members that are ready now to {@code action}. */
    void forEach(Consumer<Member> action) {
        fresh.forEach(action);
        ofNoTenant.forEach(action);
        ofTenant.values().forEach(stack -> stack.forEach(action));
    }
}
