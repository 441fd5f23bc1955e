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
     * Returns the policy for one pool, which is asked for its types: this one, unless what the types of a pool learn is
     * shared among them.
     */
    default PoolPolicy forPool() {
        return this;
    }

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
     * Returns the policy that {@code text} names:
     *
     * <ul>
     *   <li>{@code fixed:N} keeps N containers of each type in circulation;
     *   <li>{@code keepalive:D} keeps each container for D after its last use, a duration such as {@code 90s} or
     *       {@code 10m};
     *   <li>{@code hybrid} learns from a histogram of idle times when to start a container again and until when to keep
     *       it (Shahrad et al., USENIX ATC 2020); {@code hybrid:D} over another range than 4 h;
     *   <li>{@code breakeven:P} keeps each for as long as its idle memory costs less than a cold start;
     *   <li>{@code hazard:P} learns for how long to keep;
     *   <li>{@code adaptive:P} learns whether to keep or to start again, and when;
     *   <li>{@code greedydual} keeps all that the pool has room for, and gives up first what is used least for its
     *       memory (Fuerst and Sharma, ASPLOS 2021);
     *   <li>{@code slo:R} keeps the smallest stock that serves the share R of claims warm; {@code :min=N},
     *       {@code :max=N} and {@code :memory=SIZE} behind it bound the stock of each type.
     * </ul>
     *
     * <p>P is a price: the gigabyte-seconds of idle memory that one second of cold start is worth; {@code :P} may be
     * missing, or just stand there, and is 300 then.
     *
     * @throws IllegalArgumentException if the name or its parameter is unknown; the message lists what exists
     */
    static PoolPolicy parse(String text) {
        return PolicyParser.parse(text, Price.USUAL);
    }

    /**
     * Same as {@link #parse(String)}, for a price that the text leaves open.
     *
     * @param price 0 or more, finite
     */
    static PoolPolicy parse(String text, double price) {
        return PolicyParser.parse(text, new Price(price));
    }
}
