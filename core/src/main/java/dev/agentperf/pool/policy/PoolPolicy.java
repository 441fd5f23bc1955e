package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;
import java.time.Duration;

/**
 * Decides how many containers of each type stand ready and how long an idle one is kept.
 *
 * <p>Immutable and thread-safe; what it learns about a type lives in the {@link TypePolicy} that {@link #forType}
 * makes.
 */
public interface PoolPolicy {

    /** Returns the policy as a user writes it, such as {@code fixed:10}; {@link #parse} reads it back. */
    String name();

    /**
     * Returns a fresh policy for one type.
     *
     * @param type the agent type
     * @param costs what a container of the type costs, measured as the pool runs
     */
    TypePolicy forType(AgentType type, ContainerCosts costs);

    /** Returns the policy that keeps {@code count} containers of each type in circulation; at least 0. */
    static PoolPolicy fixed(int count) {
        return new FixedStock(count);
    }

    /** Returns the policy that keeps each container for {@code idle} after its last use. */
    static PoolPolicy keepAlive(Duration idle) {
        return new KeepAlive(idle);
    }

    /**
     * Returns the policy that {@code text} names: {@code fixed:N} or {@code keepalive:D} with a duration such as
     * {@code 500ms}, {@code 90s}, {@code 10m} or {@code 1h}.
     *
     * @throws IllegalArgumentException if the name or its parameter is unknown; the message lists what exists
     */
    static PoolPolicy parse(String text) {
        return PolicyParser.parse(text);
    }
}
