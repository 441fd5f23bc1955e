package dev.agentperf;

/**
 * The root of all failures that this library reports; each subclass stands for one decision that a caller can take.
 *
 * <p>Wrong arguments are {@link IllegalArgumentException}, wrong states {@link IllegalStateException}; expected
 * outcomes (a miss, an exhausted pool) are return values.
 */
public class AgentPerfException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates a failure; {@code message} states rule and value. */
    public AgentPerfException(String message) {
        super(message);
    }

    /** Creates a failure with its cause. */
    public AgentPerfException(String message, Throwable cause) {
        super(message, cause);
    }
}
