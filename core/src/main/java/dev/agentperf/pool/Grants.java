package dev.agentperf.pool;

import dev.agentperf.runtime.Bindings;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives containers to the claims of one type that waited, with what they carry bound.
 *
 * <p>Not thread-safe: it lives in its type's mailbox.
 */
final class Grants {
    /* How often a claim that carries bindings is given another container when binding fails: it may be the claim's fault. */
    private static final int MOST_BINDINGS = 3;

    private final TypePool pool;
    private final PoolContext context;
    private final TypeContext type;
    private final WaitingRoom waiting;
    private final Desk desk;
    private final Consumer<Waiter> startElsewhere;

    /** @param startElsewhere begins again with a claim whose container was lost */
    Grants(TypePool pool, TypeContext type, WaitingRoom waiting, Consumer<Waiter> startElsewhere) {
        this.pool = pool;
        this.context = type.pool;
        this.type = type;
        this.waiting = waiting;
        this.desk = type.desk;
        this.startElsewhere = startElsewhere;
    }

    /** Sees to it that a claim hears when its time is over. A blocked thread looks after that itself. */
    void arm(Waiter waiter) {
        if (!waiter.isArmed() && !waiter.isBlocking) {
            long leftNanos = waiter.sinceNanos + waiter.request.timeout().toNanos() - context.ticker.read();
            waiter.armed(type.later(Duration.ofNanos(Math.max(0, leftNanos)), () -> {
                desk.late(waiter);
                waiting.leave(waiter);
            }));
        }
    }

    /** Lets a claim wait for its turn. */
    void enter(Waiter waiter) {
        arm(waiter);
        waiting.add(waiter);
    }

    /** Gives a clean container to the waiter whose turn it is; returns false where nobody may have it. */
    boolean handOff(Member member, StartPath path) {
        Waiter next = next(member.tenant);
        while (next != null) {
            if (serve(next, member, path)) {
                return true;
            }
            next = next(member.tenant);
        }
        return false;
    }

    private @Nullable Waiter next(@Nullable String tenant) {
        return tenant == null ? waiting.poll() : waiting.poll(tenant);
    }

    /** Grants a claim, or begins to; returns false if it was answered before, and the caller keeps the member. */
    boolean serve(Waiter waiter, Member member, StartPath path) {
        if (waiter.isSettled()) {
            return false;
        }
        if (waiter.request.bindings().isEmpty()) {
            return desk.grant(waiter, member, path);
        }
        bind(waiter, member, path);
        return true;
    }

    private void bind(Waiter waiter, Member member, StartPath path) {
        arm(waiter);
        Bindings bindings = waiter.request.bindings();
        long since = context.ticker.read();
        member.tenant = waiter.request.tenant();
        context.runtime
                .bind(member.container, bindings)
                .whenComplete((nothing, failure) -> type.mailbox.run(() -> {
                    context.times.bind.recordNanos(context.ticker.read() - since);
                    if (failure != null) {
                        pool.lost(member);
                        bindElsewhere(waiter, failure);
                    } else if (!desk.grant(waiter, member, path)) {
                        pool.used(member);
                    }
                }));
    }

    private void bindElsewhere(Waiter waiter, Throwable failure) {
        waiter.bindings++;
        if (waiter.bindings == MOST_BINDINGS) {
            desk.failed(waiter, Failures.of("what the claim carries could not be bound", failure));
        } else {
            startElsewhere.accept(waiter);
        }
    }
}
