package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.AgentType;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.time.Scheduler.Scheduled;
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

    /** Orders a container; returns at once. One of the two is told, once. */
    void order(Consumer<Member> whenStarted, Consumer<AgentPerfException> whenFailed) {
        context.counters.starting.increment();
        Order order = new Order(context.ticker.read(), whenStarted, whenFailed);
        order.deadline = context.scheduler.schedule(context.config.createTimeout(), () -> mailbox.run(order::expired));
        create().whenComplete((container, failure) -> mailbox.run(() -> order.settled(container, failure)));
    }

    private CompletionStage<Container> create() {
        try {
            return context.runtime.create(context.specs.apply(type));
        } catch (RuntimeException unusableSpec) {
            return CompletableFuture.failedFuture(unusableSpec);
        }
    }

    /** Ends a container that nobody uses any more; returns at once. */
    void retire(Member member) {
        context.members.remove(member.container.id());
        context.listener.retiring(member.container);
        context.runtime.destroy(member.container).whenComplete((nothing, failure) -> {
            context.counters.retired.increment();
            context.capacity.free();
        });
    }

    /** A container that is being made. */
    private final class Order {
        private final long orderedNanos;
        private final Consumer<Member> whenStarted;
        private final Consumer<AgentPerfException> whenFailed;
        private @Nullable Scheduled deadline;
        private boolean over;

        Order(long orderedNanos, Consumer<Member> whenStarted, Consumer<AgentPerfException> whenFailed) {
            this.orderedNanos = orderedNanos;
            this.whenStarted = whenStarted;
            this.whenFailed = whenFailed;
        }

        void settled(@Nullable Container container, @Nullable Throwable failure) {
            if (container == null) {
                if (!over) {
                    fail(asFailure(failure));
                }
            } else if (over) {
                discard(container);
            } else {
                close();
                start(container);
            }
        }

        private void start(Container container) {
            Member member = new Member(container);
            context.counters.created.increment();
            context.members.put(container.id(), member);
            costs.started(context.ticker.read() - orderedNanos);
            whenStarted.accept(member);
        }

        /* It comes after its place was given up: it must not live on, and was never counted. */
        private void discard(Container container) {
            context.runtime.destroy(container);
        }

        void expired() {
            if (!over) {
                fail(new ContainerException("container of type " + type + " was not ready within "
                        + context.config.createTimeout().toMillis() + " ms"));
            }
        }

        private void fail(AgentPerfException failure) {
            close();
            context.counters.createFailures.increment();
            context.capacity.free();
            whenFailed.accept(failure);
        }

        private void close() {
            over = true;
            context.counters.starting.decrement();
            if (deadline != null) {
                deadline.cancel();
            }
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
}
