package dev.agentperf.simulator.trace;

import dev.agentperf.AgentType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object for each agent type's name, so that a long trace does not hold its few types a million times. */
final class TypeNames {
    // Past this a hostile file pays with its own garbage, not with our memory.
    private static final int MOST_KEPT = 10_000;

    private final Map<String, AgentType> types = new HashMap<>();

    /**
     * Returns the type called {@code name}, or the default type where there is no name.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     */
    AgentType of(@Nullable String name) {
        if (name == null) {
            return AgentType.DEFAULT;
        }
        AgentType known = types.get(name);
        if (known != null) {
            return known;
        }
        AgentType type = new AgentType(name);
        if (types.size() < MOST_KEPT) {
            types.put(name, type);
        }
        return type;
    }
}
