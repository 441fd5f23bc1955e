package dev.agentperf.pool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ready containers of one type: fresh ones for anyone, used ones for the tenant they have worked for.
 *
 * <p>{@link #take} and {@link #forEach} may be called from any thread; all else from the type's mailbox.
 */
final class ReadyContainers {
    private final ReadyStack fresh = new ReadyStack();

    /* The stack of claims without a tenant is looked up without the map: there may be no other. */
    private final ReadyStack ofNoTenant = new ReadyStack();
    private final Map<String, ReadyStack> ofTenant = new ConcurrentHashMap<>();

    /** Returns a member that the caller now owns, one that has worked for the tenant first, or null. Lock-free. */
    @Nullable
    Member take(String tenant, long nowNanos) {
        ReadyStack own = tenant.isEmpty() ? ofNoTenant : ofTenant.get(tenant);
        Member used = own == null ? null : own.take(nowNanos);
        return used != null ? used : fresh.take(nowNanos);
    }

    private ReadyStack stackOf(Member member) {
        String tenant = member.tenant;
        if (tenant == null) {
            return fresh;
        }
        return tenant.isEmpty() ? ofNoTenant : ofTenant.computeIfAbsent(tenant, added -> new ReadyStack());
    }

    /** Makes a member claimable. */
    void put(Member member, long nowNanos) {
        member.ready(nowNanos);
        stackOf(member).push(member);
    }

    /** Learns that a member was taken away from all claimers. */
    void withdrawn(Member member) {
        stackOf(member).withdrawn();
        forgetStack(member.tenant);
    }

    /* A tenant may never come again. A claimer that still holds the stack finds it empty and asks the mailbox. */
    private void forgetStack(@Nullable String tenant) {
        ReadyStack stack = tenant == null ? null : ofTenant.get(tenant);
        if (stack != null && stack.hasNoneReady()) {
            ofTenant.remove(tenant);
        }
    }

    /** Shows the members that are ready now to {@code action}. */
    void forEach(Consumer<Member> action) {
        fresh.forEach(action);
        ofNoTenant.forEach(action);
        ofTenant.values().forEach(stack -> stack.forEach(action));
    }
}
