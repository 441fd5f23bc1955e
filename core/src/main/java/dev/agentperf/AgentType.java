package dev.agentperf;

import static java.util.Objects.requireNonNull;

/**
 * The kind of an agent: what decides which container it needs, how often it comes and how much it uses.
 *
 * <p>Two types with the same name are equal. The constants are the four reasoning styles of the origin; users add their
 * own, and a trace brings its own.
 *
 * @param name 1 to {@value #MAX_LENGTH} characters, not blank
 */
public record AgentType(String name) implements Comparable<AgentType> {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 256;

    /** Reason and act in turns. */
    public static final AgentType REACT = new AgentType("react");

    /** One long chain of thought. */
    public static final AgentType CHAIN_OF_THOUGHT = new AgentType("chain_of_thought");

    /** Several agents that talk to each other. */
    public static final AgentType MULTI_AGENT = new AgentType("multi_agent");

    /** Runs on its own for long. */
    public static final AgentType AUTONOMOUS = new AgentType("autonomous");

    /** The type of a session that carries none. */
    public static final AgentType DEFAULT = new AgentType("default");

    /** Validates the name. */
    public AgentType {
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("agent type must not be blank");
        }
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "agent type must have at most " + MAX_LENGTH + " characters, had " + name.length());
        }
    }

    /** Orders by name. */
    @Override
    public int compareTo(AgentType other) {
        return name.compareTo(other.name);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
