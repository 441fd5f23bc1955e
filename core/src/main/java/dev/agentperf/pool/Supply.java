package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes and ends containers of one type. Each holds one place under the pool's ceiling from its order to its end;
 * whoever orders has reserved it.
 *
 * <p>Not thread-safe: it lives in its type's mailbox, and answers there.
 */
final class Supply {
    private final AgentType type;
    private final PoolContext context;
    private final Mailbox mailbox;
    private final MeasuredCosts costs;

    Supply(AgentType type, PoolContext context, Mailbox mailbox, MeasuredCosts costs) {
        this.type = type;
        this.context = context;
        this.mailbox = mailbox;
        this.costs = costs;
    }

    /** Orders a container; returns at once. */
    void order(Consumer<Member> whenStarted, Consumer<AgentPerfException> whenFailed) {
        long orderedNanos = context.ticker.read();
        context.counters.starting.increment();
        create().whenComplete((container, failure) -> mailbox.run(() -> {
            context.counters.starting.decrement();
            if (container != null) {
                context.counters.created.increment();
                costs.started(context.ticker.read() - orderedNanos);
                whenStarted.accept(new Member(container));
            } else {
                context.counters.createFailures.increment();
                context.capacity.free();
                whenFailed.accept(asFailure(failure));
            }
        }));
    }

    private CompletionStage<Container> create() {
        try {
            return context.runtime.create(context.specs.apply(type));
        } catch (RuntimeException unusableSpec) {
            return CompletableFuture.failedFuture(unusableSpec);
        }
    }

    private static AgentPerfException asFailure(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof AgentPerfException known) {
            return known;
        }
        ContainerException unexpected = new ContainerException("container could not be made: " + cause);
        unexpected.initCause(cause);
        return unexpected;
    }

    /** Ends a container that nobody uses any more; returns at once. */
    void retire(Member member) {
        context.listener.retiring(member.container);
        context.runtime.destroy(member.container).whenComplete((nothing, failure) -> {
            context.counters.retired.increment();
            context.capacity.free();
        });
    }
}
