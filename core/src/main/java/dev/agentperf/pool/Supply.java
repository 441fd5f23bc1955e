package dev.agentperf.pool;

import dev.agentperf.AgentPerfException;
import dev.agentperf.runtime.Container;
import dev.agentperf.runtime.ContainerException;
import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
    private final TypeContext type;
    private final Keeper keeper;
    private final PoolContext context;
    private final Counters counters;
    private final MeasuredCosts costs;

    final LiveMembers members = new LiveMembers();

    Supply(TypeContext type, Keeper keeper) {
        this.type = type;
        this.keeper = keeper;
        this.context = type.pool;
        this.counters = type.counters;
        this.costs = type.costs;
    }

    /** Orders a container; returns at once. One of the two is told, once. */
    void order(Consumer<Member> whenStarted, Consumer<AgentPerfException> whenFailed) {
        counters.starting.increment();
        Order order = new Order(context.ticker.read(), whenStarted, whenFailed);
        order.deadline = type.later(context.config.createTimeout(), order::expired);
        create().whenComplete((container, failure) -> type.mailbox.run(() -> order.settled(container, failure)));
    }

    private CompletionStage<Container> create() {
        try {
            return context.runtime.create(context.specs.apply(type.type));
        } catch (RuntimeException unusableSpec) {
            return CompletableFuture.failedFuture(unusableSpec);
        }
    }

    /** Ends a container that nobody uses any more; returns at once. */
    void retire(Member member, EndReason reason) {
        members.remove(member);
        context.listener.retiring(member.container, reason);
        context.runtime.destroy(member.container).whenComplete((nothing, failure) -> {
            counters.retired.increment();
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
            } else if (!context.runtime.isAlive(container)) {
                discard(container);
                fail(new ContainerException("container " + container.id() + " ended as soon as it had started"));
            } else {
                close();
                start(container);
            }
        }

        private void start(Container container) {
            long now = context.ticker.read();
            context.capacity.started();
            Member member = new Member(keeper, container, now);
            counters.created.increment();
            members.add(member);
            context.engineWorks();
            costs.started(now - orderedNanos, member.memoryBytes);
            context.times.create.recordNanos(now - orderedNanos);
            context.listener.started(container, Duration.ofNanos(now - orderedNanos));
            whenStarted.accept(member);
        }

        /* It comes after its place was given up: it must not live on, and was never counted. */
        private void discard(Container container) {
            context.runtime.destroy(container);
        }

        void expired() {
            if (!over) {
                fail(new ContainerException("container of type " + type.type + " was not ready within "
                        + context.config.createTimeout().toMillis() + " ms"));
            }
        }

        private void fail(AgentPerfException failure) {
            close();
            counters.createFailures.increment();
            context.health.failed(failure, context.ticker.read());
            context.capacity.failed();
            whenFailed.accept(failure);
        }

        private void close() {
            over = true;
            counters.starting.decrement();
            if (deadline != null) {
                deadline.cancel();
            }
        }
    }

    private AgentPerfException asFailure(@Nullable Throwable failure) {
        return Failures.of("container of type " + type.type + " could not be made", failure);
    }
}
