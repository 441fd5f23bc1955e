package dev.agentperf.runtime;

import static java.util.Objects.requireNonNull;

/**
 * A value that must not be seen: it is in no message, no log and no {@link #toString}.
 *
 * @param value what is secret
 */
public record Secret(String value) {

    /** Validates the value. */
    public Secret {
        requireNonNull(value, "value");
    }

    /** Returns stars, however long the value is. */
    @Override
    public String toString() {
        return "***";
    }
}
