package dev.agentperf.predict;

import static java.util.Objects.requireNonNull;

import dev.agentperf.AgentType;

/**
 * What a run is like, from the general to the particular. A predictor that knows too little about the particular falls
 * back to the general.
 *
 * @param type the agent's type
 * @param model the language model that it uses, at most 256 characters; empty where unknown
 * @param toolClass the kind of tools that it uses, at most 256 characters; empty where unknown
 */
public record RunKey(AgentType type, String model, String toolClass) {

    /** Validates every component. */
    public RunKey {
        requireNonNull(type, "type");
        requireShort("model", model);
        requireShort("toolClass", toolClass);
    }

    private static void requireShort(String name, String value) {
        if (value.length() > AgentType.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    name + " must have at most " + AgentType.MAX_LENGTH + " characters, had " + value.length());
        }
    }

    /** Returns the key of runs of which only the type is known. */
    public static RunKey of(AgentType type) {
        return new RunKey(type, "", "");
    }

    /** Returns the next more general key; itself where it names nothing but a type. */
    public RunKey parent() {
        return toolClass.isEmpty() ? of(type) : new RunKey(type, model, "");
    }

    /** Returns whether it names nothing but a type. */
    public boolean isGeneral() {
        return model.isEmpty() && toolClass.isEmpty();
    }
}
