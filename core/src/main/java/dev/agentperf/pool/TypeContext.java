package dev.agentperf.pool;

import dev.agentperf.AgentType;
import dev.agentperf.pool.policy.TypePolicy;
import dev.agentperf.time.Scheduler.Scheduled;
import java.time.Duration;

/** What the parts of one type's pool share. */
final class TypeContext {
    final AgentType type;
    final PoolContext pool;
    final Mailbox mailbox;
    final Door door;
    final Counters counters = new Counters();
    final MeasuredCosts costs;
    final TypePolicy policy;
    final Desk desk;

    TypeContext(AgentType type, PoolContext pool) {
        this.type = type;
        this.pool = pool;
        this.mailbox = new Mailbox(pool.scheduler);
        this.door = pool.newDoor();
        this.costs = new MeasuredCosts(() -> pool.specs.apply(type).limits().memoryBytes(), pool);
        this.policy = pool.policy.forType(type, costs);
        this.desk = new Desk(type, pool, counters, this::finished);
    }

    /** Tells the policy that all is over which began with a claim. From any thread. */
    void finished() {
        if (costs.isReused()) {
            mailbox.run(() -> policy.finished(pool.coarse.read()));
        }
    }

    /** Sends a message to the mailbox after a delay. */
    Scheduled later(Duration delay, Runnable message) {
        return pool.scheduler.schedule(delay, () -> mailbox.run(message));
    }
}
