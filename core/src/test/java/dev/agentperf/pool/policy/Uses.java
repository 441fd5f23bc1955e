package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;
import java.time.Duration;

/** Uses of one container after another, told to a policy: each idle gap, then a use that takes no time. */
final class Uses {
    private static final ContainerCosts COSTS = Reused.of(Duration.ofSeconds(2).toNanos());

    private final TypePolicy policy;
    private long nowNanos = 1_000_000_000_000L;
    private IdlePlan last;

    private Uses(TypePolicy policy) {
        this.policy = policy;
        policy.claimed(nowNanos, false);
        last = policy.released(nowNanos);
    }

    /** Starts with a first use of a container of half a gigabyte that took two seconds to start. */
    static Uses of(String policy) {
        return new Uses(PoolPolicy.parse(policy).forType(AgentType.DEFAULT, COSTS));
    }

    /** Goes on with uses after these gaps. */
    Uses after(Duration... gaps) {
        for (Duration gap : gaps) {
            nowNanos += gap.toNanos();
            policy.claimed(nowNanos, true);
            last = policy.released(nowNanos);
        }
        return this;
    }

    /** Goes on with {@code count} uses after equal gaps. */
    Uses after(int count, Duration gap) {
        for (int i = 0; i < count; i++) {
            after(gap);
        }
        return this;
    }

    /** Claims {@code count} containers at once after a gap, and gives all back at the same time. */
    Uses sideBySide(int count, Duration gap) {
        nowNanos += gap.toNanos();
        for (int i = 0; i < count; i++) {
            policy.claimed(nowNanos, true);
        }
        for (int i = 0; i < count; i++) {
            last = policy.released(nowNanos);
        }
        return this;
    }

    /** Returns what the policy made of the last use. */
    IdlePlan plan() {
        return last;
    }
}
