package dev.agentperf.pool;

import dev.agentperf.pool.policy.ContainerCosts;
import dev.agentperf.pool.policy.IdlePlan;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one type that are expected: each is met by the next claim, or its time passes.
 *
 * <p>Not thread-safe: it lives in its type's mailbox.
 */
final class Expectations {
    /** More at once tell nothing, and whoever announces them without end must not fill the memory. */
    static final int MOST = 10_000;

    private final PoolContext context;
    private final TypeContext type;
    private final Counters counters;
    private final IdleContainers idle;
    private final Stock stock;
    private final ContainerCosts costs;

    /* Which announcement a claim answers is not said: the one whose time is over first is taken for it. */
    private final PriorityQueue<Expected> open =
            new PriorityQueue<>(Comparator.comparingLong((Expected expected) -> expected.untilNanos));
    private int due;

    Expectations(TypeContext type, IdleContainers idle, Stock stock) {
        this.context = type.pool;
        this.type = type;
        this.counters = type.counters;
        this.idle = idle;
        this.stock = stock;
        this.costs = type.costs;
    }

    /** Learns of a claim to come, and what the policy makes of it. */
    void add(IdlePlan plan, long nowNanos) {
        counters.expected.increment();
        forgetPast(nowNanos);
        if (context.closed || plan.keep().isZero() || open.size() >= MOST) {
            return;
        }
        long readyNanos = nowNanos + plan.prewarmAfter().toNanos() + costs.coldStartNanos();
        Expected expected = new Expected(readyNanos + plan.keep().toNanos());
        open.add(expected);
        if (plan.prewarmAfter().isZero()) {
            order(expected);
        } else {
            type.later(plan.prewarmAfter(), () -> order(expected));
        }
    }

    /** A claim has come. */
    void met(long nowNanos) {
        forgetPast(nowNanos);
        close(open.poll());
    }

    private void forgetPast(long nowNanos) {
        while (!open.isEmpty() && open.peek().untilNanos < nowNanos) {
            close(open.poll());
        }
    }

    private void close(@Nullable Expected expected) {
        if (expected != null) {
            expected.isOver = true;
            due -= expected.isDue ? 1 : 0;
        }
    }

    /* One that stands ready, or is being made, serves as well where no other expected claim will have taken it. */
    private void order(Expected expected) {
        if (expected.isOver || context.closed) {
            return;
        }
        boolean isCovered = idle.count() + stock.startingAhead() > due;
        expected.isDue = true;
        due++;
        if (!isCovered) {
            stock.orderFor(expected);
        }
    }
}
